/* oxlint-disable no-empty-pattern -- Playwright reads what a fixture needs off its pattern. */
import { sendControl } from "./controls";
import { environment } from "./environment";
import { test as base } from "./fixtures";

/** Connection refused; connected but silent; answering 503. */
type OutageMode = "refuse" | "hang" | "unavailable";

const setBackendMode = (mode: OutageMode | "pass") => sendControl(`second-storefront/backend/${mode}`);

/**
 * The second storefront, whose connection to the backend the test can cut. Each test starts and ends connected. The
 * switch is global, so tests that use it go into one file and run one after another.
 */
export const test = base.extend<{
  outage: { begin: (kind?: OutageMode) => Promise<void>; end: () => Promise<void> };
}>({
  baseURL: async ({}, provide) => {
    await provide(environment.secondBaseUrl);
  },
  outage: async ({}, provide) => {
    await setBackendMode("pass");
    await provide({ begin: (kind = "refuse") => setBackendMode(kind), end: () => setBackendMode("pass") });
    await setBackendMode("pass");
  },
});
