/* oxlint-disable no-empty-pattern -- Playwright reads what a fixture needs off its pattern. */
import { sendControl } from "./controls";
import { environment } from "./environment";
import { test as base } from "./fixtures";

/** Not there at all; there and silent; there and not well. */
type OutageMode = "refuse" | "hang" | "unavailable";

const setBackendMode = (mode: OutageMode | "pass") => sendControl(`second-storefront/backend/${mode}`);

/**
 * The second storefront, whose backend a test can take away and give back; every test begins and ends with it there.
 * There is one switch, so tests that use it belong into one file and run one after the other.
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
