import lighthouse from "lighthouse";

const RUNS = 3;
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];

/**
 * Lighthouse's four scores (0 to 100, mobile preset), each the median of three runs, in a Chromium that listens for
 * debuggers on `port`. A first run does not count: in it pictures are scaled, once for everybody.
 */
export async function measureLighthouse(port: number, url: string): Promise<number[]> {
  const runs: number[][] = [];
  for (let run = 0; run <= RUNS; run += 1) {
    const result = await lighthouse(url, { port, logLevel: "silent", onlyCategories: CATEGORIES });
    if (!result) throw new Error(`Lighthouse gave no result for ${url}.`);
    runs.push(CATEGORIES.map((name) => Math.round((result.lhr.categories[name]?.score ?? 0) * 100)));
  }
  const counted = runs.slice(1);
  return CATEGORIES.map((_name, index) => median(counted.map((scores) => scores[index] ?? 0)));
}

export function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
