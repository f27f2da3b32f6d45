import "server-only";
import { randomUUID } from "node:crypto";
import type { IncomingMessage, Server } from "node:http";
import { finished } from "node:stream/promises";
import { requestSelf } from "@/lib/guard/request-self";
import { ByteLimitedMap } from "@/lib/page-cache/byte-limited-map.mjs";
import {
  findProbe,
  freshness,
  PROBE_HEADER,
  RETRY_SECONDS,
  type Probe,
} from "@/lib/page-cache/freshness.mjs";
import { findPage, listFirstSegments, PAGES } from "@/lib/pages";

/** The paths of cached pages. `?page` and `?sortBy` have pages of their own; other queries do not. */
const CACHED_SEGMENTS = listFirstSegments(PAGES.filter(({ isDynamic }) => !isDynamic)).join("|");
const CACHED = new RegExp(String.raw`^/[a-z]{2}(?:/(?:${CACHED_SEGMENTS})(?:/[^?]*)?)?$|^/sitemap\.xml$`);
const QUERY = ["page", "sortBy"];

/** How long a visitor waits for a page to be regenerated, in ms; less after a recent failure. */
const WAIT_MS = 15_000;
const WAIT_AFTER_FAILURE_MS = 1_000;
/** How long the stale page is served after a failure before the next attempt, in ms. */
const PAUSE_MS = 1_000 * RETRY_SECONDS;

/** The memory for checked URLs: some ten thousand of them. */
const CHECKED_BYTES = 2 * 1024 * 1024;

/** "withhold": for the prefetch of an outdated page. The router asks again at the click, which regenerates the page. */
type Decision = "serve" | "withhold";

/**
 * Regenerates outdated pages before a request for them reaches Next: the server requests the page from itself, waits
 * until the new one is stored, and only then serves. Next itself serves a stale page at once, and fails on an expired
 * one while the backend is down (docs/decisions/0023).
 * @param server the HTTP server of this process
 * @returns to be called with each request before Next; never throws
 */
export function keepPagesFresh(server: Server): (request: IncomingMessage) => "serve" | Promise<Decision> {
  freshness.isGuarded = true;
  const checked = new ByteLimitedMap<number>(CHECKED_BYTES, () => {});
  const failed = new ByteLimitedMap<number>(CHECKED_BYTES, () => {});
  const running = new Map<string, Promise<void>>();
  /** The value of `lastChange` at the last failure to regenerate a page. */
  let failedAtChange = 0;

  const measure = (url: string) => 2 * url.length + 8;
  const remember = (url: string, time: number) => checked.set(url, time, measure(url));

  async function regenerate(url: string): Promise<void> {
    const startedAt = Date.now();
    if (startedAt < (failed.get(url) ?? 0) + PAUSE_MS) return;
    // An event since the last failure means that the backend is back.
    const waitMs = failedAtChange === freshness.lastChange ? WAIT_AFTER_FAILURE_MS : WAIT_MS;
    if (await probe(server, { url, waitMs, found: { kind: "regenerate", isOutdated: false } })) {
      failedAtChange = 0;
      return remember(url, startedAt);
    }
    failed.set(url, Date.now(), measure(url));
    failedAtChange = freshness.lastChange;
  }

  async function visit(url: string): Promise<Decision> {
    const started = running.get(url) ?? regenerate(url).finally(() => running.delete(url));
    running.set(url, started);
    await started;
    return "serve";
  }

  async function prefetch(url: string): Promise<Decision> {
    const startedAt = Date.now();
    const found: Probe = { kind: "check", isOutdated: false };
    const isKnown = await probe(server, { url, waitMs: WAIT_AFTER_FAILURE_MS, found });
    if (!isKnown || found.isOutdated) return "withhold";
    remember(url, startedAt);
    return "serve";
  }

  return (request) => {
    const url = findCachedUrl(request);
    if (!url || freshness.lastChange === 0 || findProbe(request.headers)) return "serve";
    if ((checked.get(url) ?? 0) > freshness.lastChange) return "serve";
    return request.headers["next-router-segment-prefetch"] ? prefetch(url) : visit(url);
  };
}

type ProbeRequest = { url: string; waitMs: number; found: Probe };

/** Requests a page from this server. @returns whether it responded in time, be it with 404 */
async function probe(server: Server, { url, waitMs, found }: ProbeRequest): Promise<boolean> {
  const id = randomUUID();
  freshness.probes.set(id, found);
  const isDone = requestPage(server, url, id).then(
    async (isAnswered) => isAnswered && ((await found.regeneration) ?? true),
  );
  let timer: NodeJS.Timeout | undefined;
  const isLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, waitMs, false);
  });
  try {
    return await Promise.race([isDone, isLate]);
  } finally {
    clearTimeout(timer);
    freshness.probes.delete(id);
  }
}

async function requestPage(server: Server, path: string, id: string): Promise<boolean> {
  try {
    const response = await requestSelf(server, { path, headers: { [PROBE_HEADER]: id } });
    await finished(response.resume());
    return (response.statusCode ?? 500) < 500;
  } catch {
    return false;
  }
}

/** The canonical path and query of a request for a cached page; null for any other request. */
export function findCachedUrl({ method, url: requested = "" }: IncomingMessage): string | null {
  const [path = "", query] = requested.split("?", 2);
  if ((method !== "GET" && method !== "HEAD") || !CACHED.test(path)) return null;
  // Lists with filters (`lib/guard/filtered-lists.ts`).
  if (findPage(path)?.isDynamic) return null;
  const given = new URLSearchParams(query);
  const kept = QUERY.flatMap((name) => (given.has(name) ? [[name, given.get(name) ?? ""]] : []));
  return kept.length > 0 ? `${path}?${new URLSearchParams(kept)}` : path;
}
