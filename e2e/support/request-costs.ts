import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** A request with this header is counted by the second storefront: see tools/test-shop/call-counter.mjs. */
export const COUNT_HEADER = "x-count-calls";

/** What a request has cost. `backendCalls`: method and path of each. */
export type RequestCost = {
  name: string;
  path: string;
  isAction: boolean;
  backendCalls: string[];
  sessionLookups: number;
};

/**
 * The finished requests that have been sent with a name in the header.
 * @param dataFolder of the test shop
 */
export async function readRequestCosts(dataFolder: string, name: string): Promise<RequestCost[]> {
  const text = await readFile(join(dataFolder, "calls.jsonl"), "utf8").catch(() => "");
  const costs = text.split("\n").flatMap((line) => (line ? [JSON.parse(line) as RequestCost] : []));
  return costs.filter((cost) => cost.name === name);
}
