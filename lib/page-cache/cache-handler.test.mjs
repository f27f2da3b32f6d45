import { mkdtempSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import * as files from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tagsManifest } from "next/dist/server/lib/incremental-cache/tags-manifest.external.js";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { freshness, PROBE_HEADER } from "./freshness.mjs";
import PageCacheHandler from "./cache-handler.mjs";

const folder = mkdtempSync(join(tmpdir(), "page-store-"));
const serverDistDir = join(folder, "server");

beforeAll(() => {
  mkdirSync(serverDistDir);
  const manifest = { routes: { "/us/products/scarf": {} }, dynamicRoutes: {} };
  writeFileSync(join(folder, "prerender-manifest.json"), JSON.stringify(manifest));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** As Next does, a new one for each request. */
const open = (headers = {}, Store = PageCacheHandler) =>
  new Store({
    fs: {
      existsSync: files.existsSync,
      readFile: files.promises.readFile,
      readFileSync: files.readFileSync,
      writeFile: files.promises.writeFile,
      mkdir: (dir) => files.promises.mkdir(dir, { recursive: true }),
      stat: files.promises.stat,
    },
    flushToDisk: true,
    serverDistDir,
    revalidatedTags: [],
    _requestHeaders: headers,
  });

const keyOf = (path) => `/route-cache/APP_PAGE/0123/$${path}`;
const READ = { kind: "APP_PAGE", isFallback: false, isRoutePPREnabled: false };
const WRITE = { cacheControl: { revalidate: 60, expire: 300 }, isRoutePPREnabled: false };

const page = (html, status = 200) => ({
  kind: "APP_PAGE",
  html,
  rscData: Buffer.from("x"),
  headers: {},
  status,
  postponed: undefined,
  segmentData: undefined,
});

const listFiles = () => readdirSync(serverDistDir, { recursive: true }).filter((name) => name.includes("."));

test("a page that the build made goes to disk, whatever becomes of it", async () => {
  await open().set(keyOf("/us/products/scarf"), page("gone", 404), WRITE);
  expect(listFiles().join()).toContain("scarf.html");
  expect((await open().get(keyOf("/us/products/scarf"), READ))?.value).toMatchObject({ html: "gone" });
});

test("any other page is kept for the next request, and not on disk", async () => {
  const before = listFiles();
  await open().set(keyOf("/us/products/new"), page("new"), WRITE);
  const entry = await open().get(keyOf("/us/products/new"), READ);
  expect(entry).toMatchObject({ value: { html: "new" }, cacheControl: WRITE.cacheControl });
  expect(listFiles()).toEqual(before);
});

test("what is not there is not kept, and takes the page along that was there", async () => {
  await open().set(keyOf("/us/products/short-lived"), page("there"), WRITE);
  await open().set(keyOf("/us/products/short-lived"), page("not there", 404), WRITE);
  expect(await open().get(keyOf("/us/products/short-lived"), READ)).toBeNull();
  await open().set(keyOf("/us/products/nothing"), null, WRITE);
  expect(await open().get(keyOf("/us/products/nothing"), READ)).toBeNull();
});

describe("a page that the backend has reported a change to", () => {
  const key = keyOf("/us/products/edited");
  const before = { ...page("before"), headers: { "x-next-cache-tags": "product:1" } };
  const store = async () => {
    await open().set(key, before, WRITE);
    await new Promise((resolve) => setTimeout(resolve, 2));
    await open().revalidateTag(["product:1"], { expire: 31_536_000 });
  };
  const ask = (kind) => {
    const probe = { kind, isOutdated: false };
    freshness.probes.set("id", probe);
    return { probe, visit: open({ [PROBE_HEADER]: "id" }) };
  };

  test("is told by when it was changed, and to a look", async () => {
    const start = Date.now();
    await store();
    expect(freshness.lastChange).toBeGreaterThanOrEqual(start);
    const { probe, visit } = ask("check");
    await visit.get(key, READ);
    expect(probe).toEqual({ kind: "check", isOutdated: true });
  });

  test("is handed to Next as it is, to be made anew, and another one settles that", async () => {
    await store();
    const { probe, visit } = ask("regenerate");
    const entry = await visit.get(key, READ);
    expect(entry?.lastModified).toBeLessThan(freshness.lastChange);
    await visit.set(key, page("after"), WRITE);
    expect(await probe.regeneration).toBe(true);
    expect((await open().get(key, READ))?.value).toMatchObject({ html: "after" });
  });

  test("stays as old as it is when it could not be made anew, and is served for a moment", async () => {
    await store();
    const { probe, visit } = ask("regenerate");
    const entry = await visit.get(key, READ);
    await visit.set(key, entry?.value, WRITE);
    expect(await probe.regeneration).toBe(false);
    freshness.isGuarded = true;
    const served = await open().get(key, READ);
    expect(served).toMatchObject({ value: { html: "before" }, cacheControl: { revalidate: 3 } });
    const again = ask("check");
    await again.visit.get(key, READ);
    expect(again.probe.isOutdated).toBe(true);
  });

  test("is Next's to make anew where no guard stands before it", async () => {
    await store();
    freshness.isGuarded = false;
    expect((await open().get(key, READ))?.lastModified).toBeLessThan(freshness.lastChange);
  });
});

test("after a restart, what is older than the last change is outdated, and what was made since is not", async () => {
  await open().set(
    keyOf("/us/products/scarf"),
    { ...page("old"), headers: { "x-next-cache-tags": "a" } },
    WRITE,
  );
  await new Promise((resolve) => setTimeout(resolve, 5));
  await open().revalidateTag(["a"], { expire: 31_536_000 });
  vi.resetModules();
  tagsManifest.clear();
  const { default: NextPageCacheHandler } = await import("./cache-handler.mjs");
  const probe = { kind: "check", isOutdated: false };
  freshness.probes.set("after", probe);
  const visit = open({ [PROBE_HEADER]: "after" }, NextPageCacheHandler);
  await visit.get(keyOf("/us/products/scarf"), READ);
  expect(probe.isOutdated).toBe(true);
  const fresh = { ...page("new"), headers: { "x-next-cache-tags": "a" } };
  await visit.set(keyOf("/us/products/scarf"), fresh, WRITE);
  const again = { kind: "check", isOutdated: false };
  freshness.probes.set("after", again);
  expect((await visit.get(keyOf("/us/products/scarf"), READ))?.value).toMatchObject({ html: "new" });
  expect(again.isOutdated).toBe(false);
});

test("all of them together take 64 MB, and those asked for last are kept", async () => {
  for (let index = 0; index < 100; index += 1)
    await open().set(keyOf(`/us/products/p${index}`), page("x".repeat(1024 * 1024)), WRITE);
  const kept = await Promise.all(
    Array.from({ length: 100 }, (_, index) => open().get(keyOf(`/us/products/p${index}`), READ)),
  );
  // Two bytes a character.
  expect(kept.filter(Boolean)).toHaveLength(31);
  expect(kept[99]).not.toBeNull();
});
