import { mkdtempSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import * as files from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import PageStore from "./page-store.mjs";

const folder = mkdtempSync(join(tmpdir(), "page-store-"));
const serverDistDir = join(folder, "server");

beforeAll(() => {
  mkdirSync(serverDistDir);
  const manifest = { routes: { "/us/products/scarf": {} }, dynamicRoutes: {} };
  writeFileSync(join(folder, "prerender-manifest.json"), JSON.stringify(manifest));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** As Next does, a new one for each request. */
const open = () =>
  new PageStore({
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
    _requestHeaders: {},
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
