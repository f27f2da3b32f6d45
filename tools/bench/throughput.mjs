// @ts-check
// @ts-expect-error It brings no types.
import autocannon from "autocannon";

const SECONDS = 6;
const CONNECTIONS = 20;

/**
 * @typedef {{ path: string, requestsPerSecond: number, medianMilliseconds: number }} Throughput
 */

/**
 * Requests per second and median time to the first byte of each path, in turns, so that a machine that slows down
 * halfway slows all of them. Each path has two turns; the better counts, as noise only ever takes away.
 * @param {string} baseUrl
 * @param {string[]} paths
 * @returns {Promise<Throughput[]>}
 */
export async function measureThroughput(baseUrl, paths) {
  for (const path of paths) await fire(baseUrl, path, 1);
  /** @type {Throughput[]} */
  const turns = [];
  for (const path of [...paths, ...paths.toReversed()]) turns.push(await fire(baseUrl, path, SECONDS));
  return paths.map((path) => {
    const own = turns.filter((turn) => turn.path === path);
    return own.toSorted((a, b) => b.requestsPerSecond - a.requestsPerSecond)[0] ?? fail(path);
  });
}

/**
 * @param {string} baseUrl
 * @param {string} path
 * @param {number} duration seconds
 * @returns {Promise<Throughput>}
 */
async function fire(baseUrl, path, duration) {
  const result = await autocannon({ url: new URL(path, baseUrl).href, connections: CONNECTIONS, duration });
  if (result.non2xx > 0 || result.errors > 0) fail(path);
  return { path, requestsPerSecond: result.requests.average, medianMilliseconds: result.latency.p50 };
}

/**
 * @param {string} path
 * @returns {never}
 */
function fail(path) {
  throw new Error(`${path} did not answer every request with success.`);
}
