import { type BrowserContext, expect, type Page } from "@playwright/test";
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { FRESH_COOKIE } from "./session-cookies";

/** A request with this header is counted by the second storefront: see tools/test-shop/call-counter.mjs. */
const COUNT_HEADER = "x-count-calls";

/** Longer than a request takes, so that it is not the one at which the session token is refreshed. */
const FRESH_SECONDS = 20;

/** What a request has cost. `backendCalls`: method and path of each. */
export type RequestCost = {
  name: string;
  path: string;
  isAction: boolean;
  backendCalls: string[];
  sessionLookups: number;
};

/**
 * Does something in a page of the second storefront, and counts what the requests cost that it sends.
 * @param dataFolder of the test shop
 * @param isLast tells the request that everything waits for; requests after it may be missing
 */
export async function measureCosts(
  { page, dataFolder }: { page: Page; dataFolder: string },
  work: () => Promise<unknown>,
  isLast: (cost: RequestCost) => boolean,
): Promise<RequestCost[]> {
  const name = randomUUID();
  await keepTokenFresh(page.context(), page.url());
  await page.setExtraHTTPHeaders({ [COUNT_HEADER]: name });
  await work();
  const read = () => readCosts(dataFolder, name);
  await expect.poll(async () => (await read()).some(isLast), "a request that is counted").toBe(true);
  return read();
}

/** As a browser has it for ten minutes after a refresh of the token; a test shop refreshes every second. */
async function keepTokenFresh(context: BrowserContext, url: string): Promise<void> {
  const expires = Math.floor(Date.now() / 1_000) + FRESH_SECONDS;
  // A secure cookie of the whole host, though the test shop itself is on plain http.
  const whole = `https://${new URL(url).hostname}/`;
  await context.addCookies([{ name: FRESH_COOKIE, value: "1", url: whole, expires, secure: true }]);
}

async function readCosts(dataFolder: string, name: string): Promise<RequestCost[]> {
  const text = await readFile(join(dataFolder, "calls.jsonl"), "utf8").catch(() => "");
  const costs = text.split("\n").flatMap((line) => (line ? [JSON.parse(line) as RequestCost] : []));
  return costs.filter((cost) => cost.name === name);
}
