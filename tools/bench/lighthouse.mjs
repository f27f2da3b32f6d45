// @ts-check
import lighthouse from "lighthouse";

const RUNS = 3;
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];

/**
 * Lighthouse's four scores (0 to 100, mobile preset), each the median of three runs. A visit before them does not
 * count: the very first has the pictures made in their sizes, once for everybody who comes.
 * @param {number} port of a Chromium that listens for debuggers
 * @param {string} url
 * @returns {Promise<number[]>} in the order performance, accessibility, best practices, SEO
 */
export async function measureLighthouse(port, url) {
  /** @type {number[][]} */
  const runs = [];
  for (let run = 0; run <= RUNS; run += 1) {
    const result = await lighthouse(url, { port, logLevel: "silent", onlyCategories: CATEGORIES });
    if (!result) throw new Error(`Lighthouse gave no result for ${url}.`);
    runs.push(CATEGORIES.map((name) => Math.round((result.lhr.categories[name]?.score ?? 0) * 100)));
  }
  const counted = runs.slice(1);
  return CATEGORIES.map((_name, index) => median(counted.map((scores) => scores[index] ?? 0)));
}

/** @param {number[]} numbers */
export function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
