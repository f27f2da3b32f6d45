import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { newCanary } from "./canary";
import { scan } from "./scan";

const NOTHING = { known: new Set<string>(), looks: [] };
const canary = newCanary();
const find = (text: string) => scan(text, NOTHING).map((each) => each.text);

const html = (text: string) => [...text].map((letter) => `&#${letter.charCodeAt(0)};`).join("");
const percent = (text: string) => [...text].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join("");
const unicode = (text: string) =>
  [...text].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
const base64 = (text: string) => Buffer.from(text).toString("base64");

test.each([
  ["as it is", canary],
  ["in another case", canary.toUpperCase()],
  ["inside an e-mail address", `mailto:ada-${canary}@example.com`],
  ["in HTML's entities", html(canary)],
  ["in percent signs", percent(canary)],
  ["in JSON's escapes", JSON.stringify({ name: canary }).replace(canary, unicode(canary))],
  ["in JSON in JSON", JSON.stringify(JSON.stringify({ name: `"${canary}"` }))],
  ["in percent signs in base64", base64(`{"name":"${percent(canary)}"}`)],
  ["in base64 in base64", base64(base64(`name=${canary}`))],
  ["in base64 for addresses", Buffer.from(`>>>???${canary}`).toString("base64url")],
  ["in base64 that begins anywhere", `xyz${base64(`a${canary}`)}`],
  ["in base64 that begins elsewhere", `wxyz1${base64(`ab${canary}`)}`],
  ["in hexadecimal", Buffer.from(canary).toString("hex")],
  [
    "in two pieces of a page's data",
    `self.__next_f.push([1,"${canary.slice(0, 9)}"])</script><script>self.__next_f.push([1,"${canary.slice(9)}"])`,
  ],
])("A canary is found %s", (_how, text) => {
  expect(find(`before ${text} after`)).toEqual([canary]);
});

test("A page that holds none is clean", () => {
  expect(find("A canary is a bird; so is canary0123. <p>%7B&amp;\\u0041 aGVsbG8gd29ybGQh</p>")).toEqual([]);
});

test("A secret is found by its text, whoever reads it", () => {
  const known = new Set(["c2VjcmV0LXNlc3Npb24"]);
  expect(scan(`{"session":"c2VjcmV0LXNlc3Npb24"}`, { known, looks: [] })).toEqual([
    { what: "secret", text: "c2VjcmV0LXNlc3Npb24" },
  ]);
});

test("A secret is found by its look", () => {
  const looks = [/cart_[0-9A-Z]{26}/g];
  const id = "cart_01M7YDA7GBEWTA660D0M9N673S";
  expect(scan(`href="/cart?id=${percent(id)}"`, { known: new Set(), looks })).toEqual([
    { what: "secret", text: id },
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
    const answer = await fetch(`http://localhost:${port}${path}`);
    expect(find(await answer.text())).toEqual([canary]);
  }
  server.close();
});
