import type { Browser } from "@playwright/test";
import { measureCalls } from "./calls";
import { measureLighthouse, median } from "./lighthouse";
import { measureClick, measureJavaScript } from "./pages";
import { measureSession } from "./session";
import { measureThroughput } from "./throughput";

type Bench = {
  baseUrl: string;
  secondBaseUrl: string;
  databaseUrl: string;
  dataFolder: string;
  browser: Browser;
  debuggingPort: number;
};

type Cells = Record<string, string | number | undefined>;

/** About as many bytes as a page. */
const PLAIN_FILE = "/editorial/the-attendants-shelf.webp";
const PRODUCT = "/us/products/bamboo-crook-umbrella";
const PAGES = ["/us", "/us/store", PRODUCT];
const CHECKOUT = "/us/checkout";
const CLICKS = 5;
const KIB = 1024;

/** Each measures one part and prints its table, in the order of the report. */
export const REPORTS = {
  throughput: reportThroughput,
  javascript: reportJavaScript,
  clicks: reportClicks,
  session: reportSession,
  calls: reportCalls,
  lighthouse: reportLighthouse,
};

async function reportThroughput({ baseUrl }: Bench): Promise<void> {
  const measured = await measureThroughput(baseUrl, [PLAIN_FILE, ...PAGES]);
  const plain = measured[0]?.requestsPerSecond ?? Number.NaN;
  const rows = measured.map(({ path, requestsPerSecond, medianMilliseconds }): [string, Cells] => [
    path,
    {
      "req/s": Math.round(requestsPerSecond),
      "median ms": medianMilliseconds,
      "of the plain file": (requestsPerSecond / plain).toFixed(2),
      target: path === PLAIN_FILE ? "" : "≥ 0.80",
    },
  ]);
  printTable("Requests per second (20 connections)", rows);
}

async function reportJavaScript({ baseUrl, browser }: Bench): Promise<void> {
  const rows: [string, Cells][] = [];
  for (const path of [...PAGES, CHECKOUT]) {
    // The checkout is only there for a cart with something in it.
    const product = path === CHECKOUT ? baseUrl + PRODUCT : undefined;
    const bytes = await measureJavaScript(browser, baseUrl + path, product);
    rows.push([path, { KiB: (bytes / KIB).toFixed(1), target: path === PRODUCT ? "≤ 160" : "" }]);
  }
  printTable("JavaScript over the wire", rows);
}

async function reportClicks({ baseUrl, browser }: Bench): Promise<void> {
  const clicks = [];
  for (let turn = 0; turn < CLICKS; turn += 1) clicks.push(await measureClick(browser, baseUrl + PRODUCT));
  const visible = median(clicks.map((click) => click.visible));
  const confirmed = median(clicks.map((click) => click.confirmed));
  printTable(`From "Add to cart" (median of ${CLICKS})`, [
    ["until the count shows it", { ms: Math.round(visible), target: "≤ 100" }],
    ["until the server has confirmed it", { ms: Math.round(confirmed), target: "" }],
  ]);
}

async function reportSession(bench: Bench): Promise<void> {
  const { guest, fresh, checked, queries, rotations, replays } = await measureSession(bench);
  printTable("Sessions", [
    ["ms, static page for a guest", { measured: guest.toFixed(2), target: "" }],
    ["ms more, signed in, no rotation due", { measured: (fresh - guest).toFixed(2), target: "≤ 1" }],
    ["ms more, when the middleware checks", { measured: (checked - guest).toFixed(2), target: "" }],
    ["queries for 20 signed-in requests", { measured: queries, target: 20 }],
    ["rotations, 100 requests find one due", { measured: rotations, target: 1 }],
    ["of them taken for a replay", { measured: replays, target: 0 }],
  ]);
}

async function reportCalls(bench: Bench): Promise<void> {
  const targets = ["≤ 4 and 1", "≤ 4 and 1", "≤ 8 and 1"];
  const rows = (await measureCalls(bench)).map(([action, cost], index): [string, Cells] => [
    action,
    {
      "backend calls": cost?.backendCalls.length,
      "session look-ups": cost?.sessionLookups,
      target: targets[index],
    },
  ]);
  printTable("What an action of a customer costs", rows);
}

async function reportLighthouse({ baseUrl, debuggingPort }: Bench): Promise<void> {
  const rows: [string, Cells][] = [];
  for (const path of PAGES) {
    const [performance, accessibility, bestPractices, SEO] = await measureLighthouse(
      debuggingPort,
      baseUrl + path,
    );
    rows.push([path, { performance, accessibility, "best practices": bestPractices, SEO }]);
  }
  rows.push(["target", { performance: "≥ 98", accessibility: 100, "best practices": 100, SEO: 100 }]);
  printTable("Lighthouse, mobile (median, visits 2–4)", rows);
}

function printTable(title: string, rows: [string, Cells][]): void {
  console.log(`\n${title}`);
  console.table(Object.fromEntries(rows));
}
