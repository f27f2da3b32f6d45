import { defineConfig, devices } from "@playwright/test";

const { BASE_URL, CHROMIUM_PATH, E2E_REPORT, E2E_TRACE } = process.env;

/** Specs that restart what others use, or use what others take away. */
const DISRUPTIVE =
  /(database-down|development|gone-region|malformed|middleware-matrix|restart|rotated-secrets|two-instances|unstocked)\.spec\.ts$/u;

/** Looks at what all others have left. */
const LOGS = /logs\.spec\.ts$/u;

/** One test as long as fifty others: it comes first, and they go on beside it. */
const CROWD = /crowd\.spec\.ts$/u;

// Who asks for less motion gets the same shop, and waits for no transition; phones see all of it.
const DESKTOP = {
  ...devices["Desktop Chrome"],
  viewport: { width: 1440, height: 900 },
  contextOptions: { reducedMotion: "reduce" },
} as const;

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
    // How a test ended is a picture and a snapshot. A trace of the way there costs the whole run 15 % of its time.
    trace: E2E_TRACE ? { mode: "retain-on-failure", screenshots: false, snapshots: true } : "off",
    screenshot: "only-on-failure",
    launchOptions: LAUNCH,
  },
  projects: [
    // Where everybody waits for one server, everything is slow.
    {
      name: "crowd",
      testMatch: CROWD,
      expect: { timeout: 60_000 },
      use: { ...DESKTOP, launchOptions: NO_PICTURES },
    },
    { name: "desktop", testIgnore: [DISRUPTIVE, LOGS, CROWD], use: DESKTOP },
    // Specs whose subject looks or works otherwise on a small touch screen carry the tag @phone and run on both.
    { name: "phone", grep: /@phone/u, use: { ...devices["Pixel 7"], viewport: { width: 390, height: 844 } } },
    // After all others, and one at a time.
    {
      name: "disruptive",
      testMatch: DISRUPTIVE,
      dependencies: ["crowd", "desktop", "phone"],
      fullyParallel: false,
      workers: 1,
      use: DESKTOP,
    },
    { name: "logs", testMatch: LOGS, dependencies: ["disruptive"] },
  ],
});
