import { chromium } from "@playwright/test";
import { usageError } from "../options";
import { readTestSettings } from "../test-shop/settings";
import { runInTestShop } from "../test-shop/test-shop";
import { REPORTS } from "./report";

type Part = keyof typeof REPORTS;

const PARTS = Object.keys(REPORTS) as Part[];

const BROWSER_OPTIONS = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** `npm run bench`: measures the test shop, a production build, on this machine: all parts, or those named. */
export default async function main(args: string[]): Promise<void> {
  const parts = parseParts(args);
  const settings = readTestSettings(process.env);
  await runInTestShop(settings, async (_run, env) => {
    const debuggingPort = settings.ports.debugging;
    const browser = await chromium.launch({
      executablePath: env.CHROMIUM_PATH,
      args: [`--remote-debugging-port=${debuggingPort}`, ...BROWSER_OPTIONS],
    });
    try {
      const shop = {
        baseUrl: String(env.BASE_URL),
        secondBaseUrl: String(env.SECOND_BASE_URL),
        databaseUrl: String(env.STOREFRONT_DATABASE_URL),
        dataFolder: String(env.TEST_DATA_DIR),
      };
      for (const part of parts) await REPORTS[part]({ ...shop, browser, debuggingPort });
    } finally {
      await browser.close();
    }
    return 0;
  });
}

/** In the order of the report. */
export function parseParts(names: string[]): Part[] {
  const unknown = names.find((name) => !PARTS.some((part) => part === name));
  if (unknown === undefined) return names.length === 0 ? PARTS : PARTS.filter((part) => names.includes(part));
  throw usageError("bench", `The bench has no part called "${unknown}".`);
}
