import { chromium, type Browser } from "@playwright/test";
import { usageError } from "../options";
import { readTestSettings } from "../test-shop/settings";
import { runInTestShop } from "../test-shop/test-shop";
import { measureCalls } from "./calls";
import { benchCatalogue } from "./catalogue";
import { measureLighthouse } from "./lighthouse";
import { measureClicks, measureJavaScript } from "./pages";
import { measureSession } from "./session";
import { measureThroughput } from "./throughput";

export type Bench = { browser: Browser; debuggingPort: number };

export type Table = { title: string; rows: Record<string, Record<string, string | number | undefined>> };

/** In the order of the report. */
const PARTS = {
  throughput: measureThroughput,
  javascript: measureJavaScript,
  clicks: measureClicks,
  session: measureSession,
  calls: measureCalls,
  lighthouse: measureLighthouse,
} satisfies Record<string, (bench: Bench) => Promise<Table>>;

type Part = keyof typeof PARTS;

const NAMES = Object.keys(PARTS) as Part[];

const BROWSER_OPTIONS = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** `npm run bench`: measures the test shop, a production build, on this machine: all parts, or those named. */
export default async function main(args: string[]): Promise<void> {
  if (args[0] === "catalogue") return benchCatalogue(args.slice(1));
  const parts = parseParts(args);
  const settings = readTestSettings(process.env);
  await runInTestShop(settings, async (_run, env) => {
    const debuggingPort = settings.ports.debugging;
    const browser = await chromium.launch({
      executablePath: env.CHROMIUM_PATH,
      args: [`--remote-debugging-port=${debuggingPort}`, ...BROWSER_OPTIONS],
    });
    try {
      for (const part of parts) {
        const { title, rows } = await PARTS[part]({ browser, debuggingPort });
        console.log(`\n${title}`);
        console.table(rows);
      }
    } finally {
      await browser.close();
    }
    return 0;
  });
}

export function parseParts(names: string[]): Part[] {
  const unknown = names.find((name) => !NAMES.some((part) => part === name));
  if (unknown === undefined) return names.length === 0 ? NAMES : NAMES.filter((part) => names.includes(part));
  throw usageError("bench", `The bench has no part called "${unknown}".`);
}
