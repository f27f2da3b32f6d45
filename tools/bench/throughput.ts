// @ts-expect-error It brings no types.
import autocannon from "autocannon";

type Throughput = { path: string; requestsPerSecond: number; medianMilliseconds: number };

const SECONDS = 6;
const CONNECTIONS = 20;

/**
 * Requests per second and median milliseconds to the first byte of each path. The paths take turns, so that a machine
 * that slows down halfway slows all of them; each has two, of which the better counts, as noise only takes away.
 */
export async function measureThroughput(baseUrl: string, paths: string[]): Promise<Throughput[]> {
  for (const path of paths) await measureTurn(baseUrl, path, 1);
  const turns: Throughput[] = [];
  for (const path of [...paths, ...paths.toReversed()]) turns.push(await measureTurn(baseUrl, path, SECONDS));
  return paths.flatMap((path) => {
    const own = turns.filter((turn) => turn.path === path);
    return own.toSorted((a, b) => b.requestsPerSecond - a.requestsPerSecond).slice(0, 1);
  });
}

async function measureTurn(baseUrl: string, path: string, seconds: number): Promise<Throughput> {
  const url = new URL(path, baseUrl).href;
  const result = await autocannon({ url, connections: CONNECTIONS, duration: seconds });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${path} did not answer every request with success.`);
  return { path, requestsPerSecond: result.requests.average, medianMilliseconds: result.latency.p50 };
}
