import { createServer, type IncomingMessage, type Server } from "node:http";
import { connect, type AddressInfo, type Socket } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { guardServer } from "@/lib/guard/guard";
import { MAX_BODY_BYTES } from "@/lib/http/body-limit";

const FORM = "content-type: application/x-www-form-urlencoded\r\n";

type Seen = { method?: string; url?: string; size: number; headers: IncomingMessage["headers"] };

let server: Server;
let seen: Seen[];
let sockets: Socket[];

guardServer();

beforeEach(async () => {
  seen = [];
  sockets = [];
  server = createServer(async (request, response) => {
    let size = 0;
    // What Next does with most bodies: nothing at all.
    if (request.url !== "/unread") for await (const chunk of request) size += (chunk as Buffer).length;
    seen.push({ method: request.method, url: request.url, size, headers: request.headers });
    response.end("fine");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterEach(() => {
  for (const socket of sockets) socket.destroy();
  server.close();
});

/** Everything that comes back on one connection, until it is closed or `isDone`. */
async function talk(
  say: (socket: Socket) => void,
  isDone: (text: string) => boolean = () => false,
): Promise<{ text: string; isClosed: boolean }> {
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  sockets.push(socket);
  let text = "";
  return new Promise((resolve) => {
    socket.on("data", (chunk) => {
      text += chunk.toString();
      if (isDone(text)) resolve({ text, isClosed: false });
    });
    socket.on("error", () => {});
    socket.on("close", () => resolve({ text, isClosed: true }));
    say(socket);
  });
}

const head = (line: string, headers = "") => `${line} HTTP/1.1\r\nHost: shop\r\n${headers}\r\n`;
const count = (text: string) => text.match(/HTTP\/1\.1 (?!100)\d+/g)?.length ?? 0;

describe("a body", () => {
  it.each([
    ["with its length", `content-length: 10\r\n`, "0123456789"],
    ["in pieces", `transfer-encoding: chunked\r\n`, "5\r\n01234\r\n5\r\n56789\r\n0\r\n\r\n"],
  ])("%s reaches the handler whole, and the connection goes on", async (_kind, headers, body) => {
    const { text } = await talk(
      (socket) => {
        socket.write(head("POST /us", FORM + headers) + body.slice(0, 4));
        setTimeout(() => socket.write(body.slice(4) + head("GET /next")), 20);
      },
      (all) => count(all) === 2,
    );
    expect(text).not.toContain(" 413 ");
    expect(
      seen
        .map(({ url, size }) => [url, size])
        .toSorted()
        .toReversed(),
    ).toEqual([
      ["/us", 10],
      ["/next", 0],
    ]);
  });

  it("of the largest size is taken, and one that nobody reads is not in the way", async () => {
    const body = "a".repeat(MAX_BODY_BYTES);
    for (const path of ["/us", "/unread"]) {
      await talk(
        (socket) =>
          socket.write(
            head(`POST ${path}`, `content-length: ${MAX_BODY_BYTES}\r\n`) + body + head("GET /next"),
          ),
        (all) => count(all) === 2,
      );
    }
    expect(seen.find(({ url }) => url === "/us")?.size).toBe(MAX_BODY_BYTES);
    expect(seen).toHaveLength(4);
  });

  const tooLarge = "a".repeat(2 * MAX_BODY_BYTES);

  it.each([
    ["POST", `content-length: ${tooLarge.length}\r\n`, tooLarge],
    ["GET", `content-length: ${tooLarge.length}\r\n`, tooLarge],
    ["POST", "content-length: 99999999999999\r\n", "a"],
    ["POST", "transfer-encoding: chunked\r\n", `200000\r\n${tooLarge}\r\n0\r\n\r\n`],
  ])("that is too large (%s, %s) is answered 413, and the connection ends", async (method, headers, body) => {
    const answer = await talk((socket) =>
      socket.write(head(`${method} /us`, FORM + headers) + body + head("GET /next")),
    );
    expect(answer.text).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer.text).toMatch(/connection: close/i);
    expect(answer.text).toContain("content-security-policy");
    expect(answer.isClosed).toBe(true);
    expect(seen).toEqual([]);
  });

  it("that is announced is asked for only if it will be read", async () => {
    const expecting = "expect: 100-continue\r\n";
    const refused = await talk((socket) =>
      socket.write(head("POST /us", `${expecting}content-length: ${tooLarge.length}\r\n`)),
    );
    expect(refused.text).toMatch(/^HTTP\/1\.1 413 /);
    const taken = await talk(
      (socket) => {
        socket.once("data", () => socket.write("ab"));
        socket.write(head("POST /us", `${expecting}content-length: 2\r\n`));
      },
      (all) => count(all) === 1,
    );
    expect(taken.text).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 /);
  });

  it("whose sender goes away reaches nobody", async () => {
    await talk((socket) => {
      socket.write(head("POST /us", "content-length: 10\r\n") + "01234");
      setTimeout(() => socket.destroy(), 20);
    });
    expect(seen).toEqual([]);
  });
});

it.each([
  ["GET /us/products/%ff", 400],
  ["GET /%", 400],
  ["GET /us/%00", 400],
  ["GET /us/%0d%0aset-cookie:a", 400],
  ["GET /us\\store", 400],
  ["GET /us/%5c", 400],
  [`GET /${"a".repeat(5_000)}`, 414],
  ["TRACE /us", 405],
  ["PUT /us", 405],
])("%s is refused with %i", async (line, status) => {
  const { text, isClosed } = await talk((socket) => socket.write(head(line)));
  expect(text).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(isClosed).toBe(true);
  expect(seen).toEqual([]);
});

it("lets nobody else say what only Next may say", async () => {
  const headers = [
    "x-middleware-subrequest: middleware",
    "x-invoke-path: /",
    "content-security-policy: script-src 'nonce-mine'",
    "x-nextjs-rewrite: /x",
    "x-cloakroom-arrived: 1",
    "rsc: 1",
  ];
  const before = performance.timeOrigin + performance.now();
  await talk(
    (socket) => socket.write(head("GET /us", `${headers.join("\r\n")}\r\n`)),
    (all) => count(all) === 1,
  );
  expect(Object.keys(seen[0]?.headers ?? {}).toSorted()).toEqual(["host", "rsc", "x-cloakroom-arrived"]);
  expect(Number(seen[0]?.headers["x-cloakroom-arrived"])).toBeGreaterThanOrEqual(Math.floor(before));
});
