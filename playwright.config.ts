import { defineConfig, devices } from "@playwright/test";

const { BASE_URL, CHROMIUM_PATH, E2E_REPORT } = process.env;

/** Specs that restart what others use, or use what others take away. */
const DISRUPTIVE =
  /(build-without-backend|database-down|development|gone-region|malformed|middleware-matrix|restart|rotated-secrets|two-instances)\.spec\.ts$/u;

/** Looks at what all others have left. */
const LOGS = /logs\.spec\.ts$/u;

/** One test as long as fifty others: it comes first, and they go on beside it. */
const MODEL = /model\.spec\.ts$/u;

const DESKTOP = { ...devices["Desktop Chrome"], viewport: { width: 1440, height: 900 } };

const LAUNCH = {
  executablePath: CHROMIUM_PATH,
  args: ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
};

/** Twenty browsers at once draw no pictures: their spec looks at names, carts and orders only. */
const NO_PICTURES = { ...LAUNCH, args: [...LAUNCH.args, "--blink-settings=imagesEnabled=false"] };

export default defineConfig({
  testDir: "e2e",
  // The other tests in there are unit tests, of what the specs use.
  testMatch: "**/*.spec.ts",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // A cold page on two busy cores; not what a shopper waits for, which the bench measures.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  outputDir: "test-results",
  reporter: [
    ["list"],
    ["html", { open: "never" }],
    ...(E2E_REPORT ? [["json", { outputFile: E2E_REPORT }] as const] : []),
  ],
  use: {
    baseURL: BASE_URL,
    locale: "en-US",
    timezoneId: "UTC",
    // Without a film of every page, which would cost a test a quarter of its time; how it ended is a picture.
    trace: { mode: "retain-on-failure", screenshots: false, snapshots: true },
    screenshot: "only-on-failure",
    launchOptions: LAUNCH,
  },
  projects: [
    // Where everybody waits for one server, everything is slow.
    {
      name: "model",
      testMatch: MODEL,
      expect: { timeout: 60_000 },
      use: { ...DESKTOP, launchOptions: NO_PICTURES },
    },
    { name: "desktop", testIgnore: [DISRUPTIVE, LOGS, MODEL], use: DESKTOP },
    // Specs whose subject looks or works otherwise on a small touch screen carry the tag @phone and run on both.
    { name: "phone", grep: /@phone/u, use: { ...devices["Pixel 7"], viewport: { width: 390, height: 844 } } },
    // After all others, and one at a time.
    {
      name: "disruptive",
      testMatch: DISRUPTIVE,
      dependencies: ["model", "desktop", "phone"],
      fullyParallel: false,
      workers: 1,
      use: DESKTOP,
    },
    { name: "logs", testMatch: LOGS, dependencies: ["disruptive"] },
  ],
});
