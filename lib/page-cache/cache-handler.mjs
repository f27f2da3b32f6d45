// @ts-check
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as fileSystem from "next/dist/server/lib/incremental-cache/file-system-cache.js";
import * as shared from "next/dist/server/lib/incremental-cache/shared-cache-controls.external.js";
import * as tags from "next/dist/server/lib/incremental-cache/tags-manifest.external.js";
import { ByteLimitedMap } from "./byte-limited-map.mjs";
import { commonJs } from "./common-js.mjs";
import {
  expectRegeneration,
  findProbe,
  freshness,
  hasRecentlyFailed,
  RETRY_SECONDS,
  settleRegeneration,
} from "./freshness.mjs";

/**
 * Next's cache of rendered pages (`cacheHandler` in next.config.ts), with a limit. Pages known to the build are stored on
 * disk, as Next does, so that a restart does not bring back old ones. All others, whose URLs anybody can invent, are kept
 * in memory up to `LIMIT_BYTES`; 404s are not kept. See docs/decisions/0016, and 0023 for outdated pages.
 */

/** @typedef {import("next/dist/server/lib/incremental-cache/index.js").CacheHandlerValue} Entry */

const FileSystemCache = commonJs(fileSystem).default;
/** @type {Map<string, unknown>} */
const cacheControls = Reflect.get(commonJs(shared).SharedCacheControls, "cacheControls");

const { areTagsStale } = commonJs(tags);

const LIMIT_BYTES = 64 * 1024 * 1024;

/** Next keeps the cache life of every stored page in an unbounded map; it is deleted together with the page. */
const forget = (/** @type {string} */ key) => void cacheControls.delete(key);

/** @type {ByteLimitedMap<Entry>} */
const pages = new ByteLimitedMap(LIMIT_BYTES, forget);

/**
 * The paths in the build, read once. Like `pages` it holds no request data.
 * @type {Set<string> | undefined}
 */
let builtPaths;

/**
 * When the backend last reported a change to the previous process, in ms. Which pages it concerned is not known any more,
 * so every older page counts as outdated. Read once, like `builtPaths`.
 * @type {number | undefined}
 */
let changedBefore;

export default class PageCacheHandler extends FileSystemCache {
  #manifest;
  #lastChange;
  #headers;

  /** @param {ConstructorParameters<typeof FileSystemCache>[0]} context of one request */
  constructor(context) {
    super(context);
    // In the middleware there is no folder, and no pages.
    this.#manifest = context.serverDistDir && join(context.serverDistDir, "..", "prerender-manifest.json");
    this.#lastChange = context.serverDistDir && join(context.serverDistDir, "..", "last-change");
    this.#headers = context._requestHeaders ?? {};
    if (this.#lastChange) changedBefore ??= readLastChange(this.#lastChange);
  }

  /**
   * @override
   * @param {Parameters<InstanceType<typeof FileSystemCache>["get"]>} args
   * @returns {Promise<Entry | null>}
   */
  async get(...args) {
    const [key, context] = args;
    const entry = await this.#read(...args);
    if (context.kind === "FETCH" || context.isFallback || !entry || !isOutdated(entry)) return entry;
    const probe = findProbe(this.#headers);
    if (probe) {
      probe.isOutdated = true;
      if (probe.kind === "check") return asFresh(entry);
      probe.regeneration = expectRegeneration(key, entry.value);
      // Stale: Next responds with it and regenerates it in the background.
      return entry;
    }
    // After a recent failure the old page is served without another attempt; otherwise Next regenerates it.
    return freshness.isGuarded && hasRecentlyFailed(key) ? asFresh(entry) : entry;
  }

  /** @override @param {Parameters<InstanceType<typeof FileSystemCache>["revalidateTag"]>} args */
  async revalidateTag(...args) {
    await super.revalidateTag(...args);
    freshness.lastChange = Date.now();
    if (this.#lastChange) writeFileSync(this.#lastChange, String(freshness.lastChange));
  }

  /**
   * @param {Parameters<InstanceType<typeof FileSystemCache>["get"]>} args
   * @returns {Promise<Entry | null>}
   */
  async #read(...args) {
    const [key, context] = args;
    if (context.kind === "FETCH" || this.#isBuilt(key)) return super.get(...args);
    return pages.get(key) ?? null;
  }

  /** @override @param {Parameters<InstanceType<typeof FileSystemCache>["set"]>} args */
  async set(...args) {
    const [key, value, context] = args;
    if (!settleRegeneration(key, value)) return;
    if (context.fetchCache || this.#isBuilt(key)) return super.set(...args);
    const bytes = measurePage(value);
    if (bytes === null) {
      pages.delete(key);
      forget(key);
      return;
    }
    const { cacheControl } = context;
    pages.set(key, { value, lastModified: Date.now(), cacheControl }, bytes + 2 * key.length);
  }

  /**
   * Whether the build has rendered this page, or may be rendering it now.
   * @param {string} key "/route-cache/…/$" and the path of the page
   */
  #isBuilt(key) {
    builtPaths ??= readBuiltPaths(this.#manifest);
    const path = getPath(key);
    return builtPaths === undefined || builtPaths.has(path);
  }
}

/**
 * @param {Entry} entry
 * @returns {boolean} whether the backend has reported a change to what the page shows
 */
function isOutdated({ value, lastModified = 0 }) {
  const header = value && "headers" in value ? value.headers?.["x-next-cache-tags"] : undefined;
  if (typeof header !== "string") return false;
  return lastModified < (changedBefore ?? 0) || areTagsStale(header.split(","), lastModified);
}

/**
 * @param {Entry} entry
 * @returns {Entry} the same page, to be served as it is
 */
function asFresh(entry) {
  const cacheControl = { revalidate: RETRY_SECONDS, expire: undefined };
  return { ...entry, lastModified: Date.now(), cacheControl };
}

/** @param {string} key of a page, as Next makes it */
const getPath = (key) => key.slice(key.indexOf("/$/") + 2);

/**
 * @param {string} file in the build folder, where the previous process has noted the last change
 * @returns {number}
 */
function readLastChange(file) {
  if (!existsSync(file)) return 0;
  const time = Number(readFileSync(file, "utf8")) || 0;
  freshness.lastChange = Math.max(freshness.lastChange, time);
  return time;
}

/**
 * @param {string | undefined} manifest written by Next at the end of the build
 * @returns {Set<string> | undefined} the paths of built pages, and of the shells of routes with parameters
 */
function readBuiltPaths(manifest) {
  if (!manifest || !existsSync(manifest)) return undefined;
  const { routes, dynamicRoutes } = JSON.parse(readFileSync(manifest, "utf8"));
  return new Set([...Object.keys(routes), ...Object.keys(dynamicRoutes)]);
}

/**
 * @param {Entry["value"]} value
 * @returns {number | null} the size in memory, or null for anything but a page with status 200
 */
function measurePage(value) {
  if (!value || ("status" in value && value.status && value.status !== 200)) return null;
  if (value.kind === "APP_ROUTE") return value.body.length;
  if (value.kind !== "APP_PAGE") return null;
  const segments = [...(value.segmentData ?? [])];
  const segmentBytes = segments.reduce((sum, [path, data]) => sum + 2 * path.length + data.length, 0);
  // A string takes two bytes per character if any of them is beyond Latin-1.
  return (
    2 * (value.html.length + (value.postponed?.length ?? 0)) + (value.rscData?.length ?? 0) + segmentBytes
  );
}
