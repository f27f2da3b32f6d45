import { createServer, get, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keepPagesFresh } from "@/lib/guard/fresh-pages";
import { findProbe, freshness, type Probe } from "@/lib/page-cache/freshness.mjs";

let server: Server;
let asked: string[];
/** What the shop does with a probe; a visitor's request is only noted. */
let answerProbe: (probe: Probe) => number;

beforeEach(async () => {
  asked = [];
  answerProbe = () => 200;
  server = createServer((request, response) => {
    const probe = findProbe(request.headers);
    asked.push(`${probe?.kind ?? "visit"} ${request.url}`);
    response.statusCode = probe ? answerProbe(probe) : 200;
    response.end("page");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  freshness.lastChange = Date.now() - 1;
});

afterEach(() => server.close());

const ask = (url: string, headers = {}) => ({ method: "GET", url, headers }) as IncomingMessage;
const PREFETCH = { "next-router-segment-prefetch": "/_tree" };

test("an outdated page is waited for once, whoever asks and however, and not again until the next change", async () => {
  const prepare = keepPagesFresh(server);
  let settle: (isMade: boolean) => void = () => {};
  answerProbe = (probe) => {
    probe.regeneration = new Promise((resolve) => {
      settle = resolve;
    });
    return 200;
  };
  const visits = ["/us/store?page=2&utm=1", "/us/store?page=2"].map((url) => prepare(ask(url)));
  await expect.poll(() => asked).toEqual(["regenerate /us/store?page=2"]);
  settle(true);
  expect(await Promise.all(visits)).toEqual(["serve", "serve"]);
  expect(prepare(ask("/us/store?page=2"))).toBe("serve");
  expect(asked).toHaveLength(1);
  await new Promise((resolve) => setTimeout(resolve, 2));
  freshness.lastChange = Date.now();
  answerProbe = () => 200;
  await prepare(ask("/us/store?page=2"));
  expect(asked).toHaveLength(2);
});

test("what cannot be made anew is served as it was, without another try for a while; other pages are tried", async () => {
  const prepare = keepPagesFresh(server);
  answerProbe = () => 500;
  expect(await prepare(ask("/us"))).toBe("serve");
  expect(await prepare(ask("/us"))).toBe("serve");
  expect(asked).toEqual(["regenerate /us"]);
  answerProbe = () => 200;
  expect(await prepare(ask("/us/store"))).toBe("serve");
  expect(asked).toEqual(["regenerate /us", "regenerate /us/store"]);
});

test("a link's prefetch only looks, and is withheld while the page is outdated", async () => {
  const prepare = keepPagesFresh(server);
  answerProbe = (probe) => {
    probe.isOutdated = true;
    return 200;
  };
  expect(await prepare(ask("/us/products/scarf", PREFETCH))).toBe("withhold");
  answerProbe = () => 200;
  expect(await prepare(ask("/us/products/scarf", PREFETCH))).toBe("serve");
  expect(prepare(ask("/us/products/scarf", PREFETCH))).toBe("serve");
  expect(asked).toEqual(["check /us/products/scarf", "check /us/products/scarf"]);
});

test("nothing is asked for what is no page that is kept, and before any change", async () => {
  const prepare = keepPagesFresh(server);
  const filtered = ["/us/store/filter?colour=ink", "/us/categories/hats/filter?colour=ink"];
  const others = ["/us/cart", "/us/search?q=wool", "/api/shopper", "/_next/static/a.js", "/us/checkout"];
  for (const url of [...filtered, ...others]) expect([url, prepare(ask(url))]).toEqual([url, "serve"]);
  expect(prepare({ ...ask("/us"), method: "POST" } as IncomingMessage)).toBe("serve");
  freshness.lastChange = 0;
  expect(prepare(ask("/us"))).toBe("serve");
  expect(asked).toEqual([]);
});

test("a product or category that is called like the route of filtered lists is kept fresh", async () => {
  const prepare = keepPagesFresh(server);
  for (const url of ["/us/products/filter", "/us/categories/filter"]) await prepare(ask(url));
  expect(asked).toEqual(["regenerate /us/products/filter", "regenerate /us/categories/filter"]);
});

test("nobody else can send a probe", async () => {
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => {
    get({ port, path: "/us", headers: { "x-cloakroom-probe": "guess" } }, (answer) => {
      answer.resume();
      answer.on("end", resolve);
    });
  });
  expect(asked).toEqual(["visit /us"]);
});
