import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { replaceNotFound } from "@/lib/guard/not-found";

const BLANK = "<html id=__next_error__>";
const PAGE = "<h1>Nothing on this hook</h1>";

let server: Server;
/** What Next does with a request for anything but the not-found page. */
let respond: RequestListener;

beforeEach(async () => {
  respond = (_request, response) => {
    response.statusCode = 404;
    response.setHeader("etag", "blank");
    response.setHeader("cache-control", "s-maxage=60");
    response.setHeader("content-length", BLANK.length);
    response.end(BLANK);
  };
  server = createServer((request, response) => {
    replaceNotFound(server, request, response);
    if (request.url !== "/us/not-found") return respond(request, response);
    response.setHeader("cache-control", "s-maxage=2592000");
    response.end(PAGE);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterEach(() => server.close());

async function load(path: string, init?: RequestInit) {
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}${path}`, init);
  return { status: response.status, headers: response.headers, text: await response.text() };
}

test("the document of a 404 has the text of its country's page, and is kept by caches as long as the 404", async () => {
  const { status, headers, text } = await load("/us/products/nothing?utm=1");
  expect({ status, text }).toEqual({ status: 404, text: PAGE });
  expect(headers.get("cache-control")).toBe("s-maxage=60");
  expect(headers.get("etag")).toBeNull();
});

test("a 404 that is written in parts, by whatever calls, is replaced as a whole", async () => {
  let isWritten = false;
  respond = (_request, response) => {
    response.writeHead(404, { "x-blank": "1" });
    response.write(BLANK.slice(0, 5), () => {
      response.end(BLANK.slice(5), () => {
        isWritten = true;
      });
    });
  };
  expect((await load("/us/categories/nothing")).text).toBe(PAGE);
  expect(isWritten).toBe(true);
});

test.each([
  { what: "a page that exists", path: "/us/products/scarf", status: 200 },
  {
    what: "the payload of a 404",
    path: "/us/products/nothing",
    init: { headers: { rsc: "1" } },
    status: 404,
  },
  { what: "a 404 outside the catalogue", path: "/us/nothing", status: 404 },
  { what: "a failure", path: "/us/products/scarf", status: 500 },
])("$what is left alone", async ({ path, init, status }) => {
  respond = (_request, response) => response.writeHead(status).end(BLANK);
  expect(await load(path, init)).toMatchObject({ status, text: BLANK });
});

test("a 404 stays one while the server cannot reach itself", async () => {
  const { address } = server;
  server.address = () => ({ ...(address.call(server) as AddressInfo), port: 1 });
  const { port } = address.call(server) as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}/us/products/nothing`);
  expect(response.status).toBe(404);
});

test("the page has the status 404 at its own URL, and no cache keeps it", async () => {
  const { status, headers, text } = await load("/us/not-found");
  expect({ status, text }).toEqual({ status: 404, text: PAGE });
  expect(headers.get("cache-control")).toBe("private, no-store");
});
