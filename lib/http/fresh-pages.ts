import "server-only";
import { randomUUID } from "node:crypto";
import { get, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { ByteLimitedMap } from "@/lib/byte-limited-map.mjs";
import { findProbe, freshness, PROBE_HEADER, RETRY_SECONDS, type Probe } from "@/lib/page-freshness.mjs";

/** Pages that are kept for everybody. `?page` and `?sortBy` are pages of their own, other queries are not. */
const KEPT = /^\/[a-z]{2}(?:\/(?:store|products|categories|collections)(?:\/[^?]*)?)?$|^\/sitemap\.xml$/;
const QUERY = ["page", "sortBy"];

/** How long a visitor waits for a page to be made anew, in milliseconds; and while that has failed of late. */
const WAIT_MS = 15_000;
const WAIT_AFTER_FAILURE_MS = 1_000;
/** After a failure the page of before is served for so long, without another try. */
const PAUSE_MS = 1_000 * RETRY_SECONDS;

/** What is remembered of addresses that have been looked at: some ten thousand of them. */
const CHECKED_BYTES = 2 * 1024 * 1024;

/** "withhold": a link's prefetch of an outdated page. The router asks again at the click, and a visit is what makes it anew. */
type Decision = "serve" | "withhold";

/**
 * Has outdated pages made anew before a request for them reaches Next: the shop asks itself for the page, as a visitor
 * would, waits until the new one is stored, and only then serves. Next cannot do that: it serves what is stale at once,
 * and what has expired is an error while the backend is down.
 * @param server the one that serves
 * @returns what to call with each request before Next has it. It never throws.
 */
export function keepPagesFresh(server: Server): (request: IncomingMessage) => "serve" | Promise<Decision> {
  freshness.isGuarded = true;
  const checked = new ByteLimitedMap<number>(CHECKED_BYTES, () => {});
  const failed = new ByteLimitedMap<number>(CHECKED_BYTES, () => {});
  const running = new Map<string, Promise<void>>();
  /** The last event when a page could last not be made anew. */
  let failedAtChange = 0;

  const measure = (address: string) => 2 * address.length + 8;
  const remember = (address: string, time: number) => checked.set(address, time, measure(address));

  async function remake(address: string): Promise<void> {
    const startedAt = Date.now();
    if (startedAt < (failed.get(address) ?? 0) + PAUSE_MS) return;
    // An event since the last failure means that the backend is back.
    const waitMs = failedAtChange === freshness.lastChange ? WAIT_AFTER_FAILURE_MS : WAIT_MS;
    if (await probe(server, { address, waitMs, found: { kind: "remake", isOutdated: false } })) {
      failedAtChange = 0;
      return remember(address, startedAt);
    }
    failed.set(address, Date.now(), measure(address));
    failedAtChange = freshness.lastChange;
  }

  async function visit(address: string): Promise<Decision> {
    const started = running.get(address) ?? remake(address).finally(() => running.delete(address));
    running.set(address, started);
    await started;
    return "serve";
  }

  async function prefetch(address: string): Promise<Decision> {
    const startedAt = Date.now();
    const found: Probe = { kind: "look", isOutdated: false };
    const isKnown = await probe(server, { address, waitMs: WAIT_AFTER_FAILURE_MS, found });
    if (!isKnown || found.isOutdated) return "withhold";
    remember(address, startedAt);
    return "serve";
  }

  return (request) => {
    const address = findKeptAddress(request);
    if (!address || freshness.lastChange === 0 || findProbe(request.headers)) return "serve";
    if ((checked.get(address) ?? 0) > freshness.lastChange) return "serve";
    return request.headers["next-router-segment-prefetch"] ? prefetch(address) : visit(address);
  };
}

type Question = { address: string; waitMs: number; found: Probe };

/** Asks this shop for one of its pages. @returns whether the page, or that there is none, was found out in time */
async function probe(server: Server, { address, waitMs, found }: Question): Promise<boolean> {
  const id = randomUUID();
  freshness.probes.set(id, found);
  const isDone = ask(server, address, id).then(
    async (isAnswered) => isAnswered && ((await found.remake) ?? true),
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

function ask(server: Server, path: string, id: string): Promise<boolean> {
  const { port, address } = server.address() as AddressInfo;
  const host = { "0.0.0.0": "127.0.0.1", "::": "::1" }[address] ?? address;
  return new Promise((resolve) => {
    get({ host, port, path, agent: false, headers: { [PROBE_HEADER]: id } }, (answer) => {
      answer.resume();
      answer.on("end", () => resolve((answer.statusCode ?? 500) < 500));
      answer.on("error", () => resolve(false));
    }).on("error", () => resolve(false));
  });
}

/** The one address of the page that a request is for, if it is kept; null otherwise. */
function findKeptAddress({ method, url = "" }: IncomingMessage): string | null {
  const [path = "", query] = url.split("?", 2);
  if ((method !== "GET" && method !== "HEAD") || !KEPT.test(path)) return null;
  const asked = new URLSearchParams(query);
  const own = QUERY.flatMap((name) => (asked.has(name) ? [[name, asked.get(name) ?? ""]] : []));
  return own.length > 0 ? `${path}?${new URLSearchParams(own)}` : path;
}
