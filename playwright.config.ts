import { defineConfig, devices } from "@playwright/test";

const { BASE_URL, CHROMIUM_PATH, E2E_BROWSER, E2E_REPORT, E2E_TRACE } = process.env;

/** Specs that stop or change shared services, or that need them undisturbed. */
const DISRUPTIVE =
  /\/(build-without-backend|database-down|development|deleted-region|malformed|middleware-matrix|optimistic-cart|restart|rotated-secrets|two-instances)\.spec\.ts$/u;

/** Reads the logs that all other specs have written. */
const LOGS = /\/logs\.spec\.ts$/u;

/** The model test takes as long as fifty others: it starts first, in parallel to them. */
const MODEL = /\/model\.spec\.ts$/u;

/** Without transitions, which the phone project covers. */
const DESKTOP = {
  ...devices["Desktop Chrome"],
  viewport: { width: 1440, height: 900 },
  contextOptions: { reducedMotion: "reduce" },
} as const;

const LAUNCH = {
  executablePath: CHROMIUM_PATH,
  args: ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
};

/** Saves processor time for the twenty browsers of the model test, which checks names, carts and orders only. */
const NO_PICTURES = { ...LAUNCH, args: [...LAUNCH.args, "--blink-settings=imagesEnabled=false"] };

/** The promises about carts, orders and sessions, for browsers other than Chromium. */
const PROMISES =
  /\/(after-sign-in|cart|customer-cart|customer-checkout|guest-checkout|no-javascript|revocation|session|sign-out|two-devices)\.spec\.ts$/u;

const FIREFOX = {
  ...DESKTOP,
  ...devices["Desktop Firefox"],
  viewport: DESKTOP.viewport,
  launchOptions: {},
};

export default defineConfig({
  testDir: "e2e",
  // Other tests in this folder are unit tests of the helpers.
  testMatch: "**/*.spec.ts",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // Allows for a cold page on two busy cores; the benchmark measures what a shopper waits for.
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
    // A screenshot and a page snapshot show the end. Traces would add 15 % to the time of a whole run.
    trace: E2E_TRACE ? { mode: "retain-on-failure", screenshots: false, snapshots: true } : "off",
    screenshot: "only-on-failure",
    launchOptions: LAUNCH,
  },
  projects: [
    {
      name: "model",
      testMatch: MODEL,
      // Twenty clients wait for one server.
      expect: { timeout: 60_000 },
      use: { ...DESKTOP, launchOptions: NO_PICTURES },
    },
    { name: "desktop", testIgnore: [DISRUPTIVE, LOGS, MODEL], use: DESKTOP },
    // Specs about features that differ on a small touch screen carry the tag @phone and run in both projects.
    { name: "phone", grep: /@phone/u, use: { ...devices["Pixel 7"], viewport: { width: 390, height: 844 } } },
    // Runs after all others, one spec at a time.
    {
      name: "disruptive",
      testMatch: DISRUPTIVE,
      dependencies: ["model", "desktop", "phone"],
      fullyParallel: false,
      workers: 1,
      use: DESKTOP,
    },
    { name: "logs", testMatch: LOGS, dependencies: ["disruptive"] },
    ...(E2E_BROWSER === "firefox" ? [{ name: "firefox", testMatch: PROMISES, use: FIREFOX }] : []),
  ],
});
