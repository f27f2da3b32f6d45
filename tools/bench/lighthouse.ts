import lighthouse from "lighthouse";
import { environment } from "../../e2e/support/environment";
import type { Bench, Table } from "./bench";
import { median, PAGES } from "./measurement";

const RUNS = 3;
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const TARGETS = { performance: "≥ 98", accessibility: 100, "best-practices": 100, seo: 100 };

/** Lighthouse's scores (0 to 100, mobile preset), in the bench's browser. */
export async function measureLighthouse({ debuggingPort }: Bench): Promise<Table> {
  const rows: Table["rows"] = {};
  for (const path of PAGES) rows[path] = await measurePage(debuggingPort, environment.baseUrl + path);
  return { title: "Lighthouse, mobile (median, visits 2–4)", rows: { ...rows, target: TARGETS } };
}

/** A first run does not count: in it pictures are scaled, once for everybody. */
async function measurePage(port: number, url: string): Promise<Record<string, number>> {
  const runs: number[][] = [];
  for (let run = 0; run <= RUNS; run += 1) {
    const result = await lighthouse(url, { port, logLevel: "silent", onlyCategories: CATEGORIES });
    if (!result) throw new Error(`Lighthouse gave no result for ${url}.`);
    runs.push(CATEGORIES.map((name) => Math.round((result.lhr.categories[name]?.score ?? 0) * 100)));
  }
  const counted = runs.slice(1);
  return Object.fromEntries(
    CATEGORIES.map((name, index) => [name, median(counted.map((scores) => scores[index] ?? 0))]),
  );
}
