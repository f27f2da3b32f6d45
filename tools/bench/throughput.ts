// @ts-expect-error It brings no types.
import autocannon from "autocannon";
import { environment } from "../../e2e/support/environment";
import type { Table } from "./bench";
import { PAGES } from "./measurement";

type Turn = { path: string; requestsPerSecond: number; medianMilliseconds: number };

/** About as many bytes as a page. */
const PLAIN_FILE = "/editorial/the-attendants-shelf.webp";
const PATHS = [PLAIN_FILE, ...PAGES];
const SECONDS = 6;
const CONNECTIONS = 20;

/**
 * Requests per second and median milliseconds to the first byte of each path. The paths take turns, so that a machine
 * that slows down halfway slows all of them; each has two, of which the better counts, as noise only takes away.
 */
export async function measureThroughput(): Promise<Table> {
  for (const path of PATHS) await measureTurn(path, 1);
  const turns: Turn[] = [];
  for (const path of [...PATHS, ...PATHS.toReversed()]) turns.push(await measureTurn(path, SECONDS));
  turns.sort((a, b) => b.requestsPerSecond - a.requestsPerSecond);
  const best = PATHS.flatMap((path) => turns.find((turn) => turn.path === path) ?? []);
  const plain = best[0]?.requestsPerSecond ?? Number.NaN;
  const rows = best.map(({ path, requestsPerSecond, medianMilliseconds }) => [
    path,
    {
      "req/s": Math.round(requestsPerSecond),
      "median ms": medianMilliseconds,
      "of the plain file": (requestsPerSecond / plain).toFixed(2),
      target: path === PLAIN_FILE ? "" : "≥ 0.80",
    },
  ]);
  return { title: `Requests per second (${CONNECTIONS} connections)`, rows: Object.fromEntries(rows) };
}

async function measureTurn(path: string, seconds: number): Promise<Turn> {
  const url = environment.baseUrl + path;
  const result = await autocannon({ url, connections: CONNECTIONS, duration: seconds });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${path} did not answer every request with success.`);
  return { path, requestsPerSecond: result.requests.average, medianMilliseconds: result.latency.p50 };
}
