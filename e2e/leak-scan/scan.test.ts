import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { newCanary } from "./canary";
import { scan } from "./scan";

const NOTHING = { values: new Set<string>(), patterns: [] };
const canary = newCanary();
const session = randomUUID();
const find = (text: string) => scan(text, NOTHING).map((each) => each.text);

const html = (text: string) => [...text].map((character) => `&#${character.charCodeAt(0)};`).join("");
const percent = (text: string) =>
  [...text].map((character) => `%${character.charCodeAt(0).toString(16)}`).join("");
const unicode = (text: string) =>
  [...text].map((character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
const base64 = (text: string) => Buffer.from(text).toString("base64");

const WRAPPINGS: [how: string, wrap: (text: string) => string][] = [
  ["as it is", (text) => text],
  ["inside an e-mail address", (text) => `mailto:ada-${text}@example.com`],
  ["in HTML's entities", html],
  ["in percent signs", percent],
  ["in JSON's escapes", (text) => JSON.stringify({ name: text }).replace(text, unicode(text))],
  ["in JSON in JSON", (text) => JSON.stringify(JSON.stringify({ name: `"${text}"` }))],
  ["in percent signs in base64", (text) => base64(`{"name":"${percent(text)}"}`)],
  ["in base64 in base64", (text) => base64(base64(`name=${text}`))],
  ["in base64 for addresses", (text) => Buffer.from(`>>>???${text}`).toString("base64url")],
  ["in base64 that begins anywhere", (text) => `xyz${base64(`a${text}`)}`],
  ["in base64 that begins elsewhere", (text) => `wxyz1${base64(`ab${text}`)}`],
  ["in hexadecimal", (text) => Buffer.from(text).toString("hex")],
  [
    "in two pieces of a page's data",
    (text) =>
      `self.__next_f.push([1,"${text.slice(0, 9)}"])</script><script>self.__next_f.push([1,"${text.slice(9)}"])`,
  ],
];

test.each(WRAPPINGS)("A canary is found %s", (_how, wrap) => {
  expect(find(`before ${wrap(canary)} after`)).toEqual([canary]);
});

test("A canary is found in another case", () => {
  expect(find(canary.toUpperCase())).toEqual([canary]);
});

test.each(WRAPPINGS)("A secret that is known by its text is found %s", (_how, wrap) => {
  const secrets = { values: new Set([session]), patterns: [] };
  expect(scan(`before ${wrap(session)} after`, secrets)).toEqual([{ kind: "secret", text: session }]);
  expect(scan(`before ${wrap(randomUUID())} after`, secrets)).toEqual([]);
});

test("A page that holds none is clean", () => {
  expect(find("A canary is a bird; so is canary0123. <p>%7B&amp;\\u0041 aGVsbG8gd29ybGQh</p>")).toEqual([]);
});

test("A secret is found by its look", () => {
  const patterns = [/cart_[0-9A-Z]{26}/g];
  const id = "cart_01M7YDA7GBEWTA660D0M9N673S";
  expect(scan(`href="/cart?id=${percent(id)}"`, { values: new Set(), patterns })).toEqual([
    { kind: "secret", text: id },
  ]);
});

test("A canary is found in an answer that comes in chunks, and in one that is compressed", async () => {
  const server = createServer((request, response) => {
    if (request.url === "/packed") {
      response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(`name=${canary}`));
      return;
    }
    response.write(canary.slice(0, 10));
    setImmediate(() => response.end(canary.slice(10)));
  }).listen(0);
  const { port } = server.address() as AddressInfo;
  for (const path of ["/packed", "/chunked"]) {
    const fetched = await fetch(`http://localhost:${port}${path}`);
    expect(find(await fetched.text())).toEqual([canary]);
  }
  server.close();
});
