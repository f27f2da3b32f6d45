// @ts-check
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as fileSystem from "next/dist/server/lib/incremental-cache/file-system-cache.js";
import * as shared from "next/dist/server/lib/incremental-cache/shared-cache-controls.external.js";
import * as tags from "next/dist/server/lib/incremental-cache/tags-manifest.external.js";
import { ByteLimitedMap } from "./byte-limited-map.mjs";
import { commonJs } from "./common-js.mjs";
import {
  expectRemake,
  findProbe,
  freshness,
  hasJustFailed,
  RETRY_SECONDS,
  settleRemake,
} from "./page-freshness.mjs";

/**
 * Next's store of rendered pages (`cacheHandler` in next.config.ts), bounded. Pages known to the build are kept as Next
 * keeps them, on disk, so that a restart does not bring back what was there before an edit. All others, which anybody
 * can ask for by inventing addresses, are kept in memory within `LIMIT_BYTES`, and only while they are pages: a 404 is not.
 * See docs/decisions/0016. A page that an edit has outdated is made anew before it is served: docs/decisions/0023.
 */

/** @typedef {import("next/dist/server/lib/incremental-cache/index.js").CacheHandlerValue} Entry */

const FileSystemCache = commonJs(fileSystem).default;
/** @type {Map<string, unknown>} */
const cacheControls = Reflect.get(commonJs(shared).SharedCacheControls, "cacheControls");

const { areTagsStale } = commonJs(tags);

const LIMIT_BYTES = 64 * 1024 * 1024;

/** Next keeps the lifetime of every page it has stored in a map without a limit: with the page, the lifetime goes too. */
const forget = (/** @type {string} */ key) => void cacheControls.delete(key);

/** @type {ByteLimitedMap<Entry>} */
const pages = new ByteLimitedMap(LIMIT_BYTES, forget);

/**
 * Read from the build once. Like `pages` it holds what is the same for every visitor, and nothing of a request.
 * @type {Set<string> | undefined}
 */
let builtPaths;

/**
 * When the backend last reported a change to the process before this one, in milliseconds. Which pages that outdated is
 * forgotten by then: it counts for all that are older. Read once, like `builtPaths`.
 * @type {number | undefined}
 */
let changedBefore;

export default class PageStore extends FileSystemCache {
  #manifest;
  #lastChange;
  #headers;

  /** @param {ConstructorParameters<typeof FileSystemCache>[0]} context of one request */
  constructor(context) {
    super(context);
    // The middleware's store is told no folder: it never has a page.
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
      if (probe.kind === "look") return asFresh(entry);
      probe.remake = expectRemake(key, entry.value);
      // A stale page, which Next makes anew behind the answer.
      return entry;
    }
    // What has just failed is served until the next try, without another one behind it. All else is Next's to make anew.
    return freshness.isGuarded && hasJustFailed(key) ? asFresh(entry) : entry;
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
    if (!settleRemake(key, value)) return;
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
   * Whether the build has made this page, or may be making it now.
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

/** @param {string} key of a page, as Next names it */
const getPath = (key) => key.slice(key.indexOf("/$/") + 2);

/**
 * @param {string} file that the process before this one has left in the build it served, if it was told of a change
 * @returns {number}
 */
function readLastChange(file) {
  if (!existsSync(file)) return 0;
  const time = Number(readFileSync(file, "utf8")) || 0;
  freshness.lastChange = Math.max(freshness.lastChange, time);
  return time;
}

/**
 * @param {string | undefined} manifest which Next writes when everything is built
 * @returns {Set<string> | undefined} the paths of built pages, and of the shells of routes with parameters
 */
function readBuiltPaths(manifest) {
  if (!manifest || !existsSync(manifest)) return undefined;
  const { routes, dynamicRoutes } = JSON.parse(readFileSync(manifest, "utf8"));
  return new Set([...Object.keys(routes), ...Object.keys(dynamicRoutes)]);
}

/**
 * @param {Entry["value"]} value
 * @returns {number | null} what it takes in memory, or null for what is no page to keep
 */
function measurePage(value) {
  if (!value || ("status" in value && value.status && value.status !== 200)) return null;
  if (value.kind === "APP_ROUTE") return value.body.length;
  if (value.kind !== "APP_PAGE") return null;
  const segments = [...(value.segmentData ?? [])];
  const segmentBytes = segments.reduce((sum, [path, data]) => sum + 2 * path.length + data.length, 0);
  // A character takes two bytes, once a single one of the text is beyond Latin-1.
  return (
    2 * (value.html.length + (value.postponed?.length ?? 0)) + (value.rscData?.length ?? 0) + segmentBytes
  );
}
