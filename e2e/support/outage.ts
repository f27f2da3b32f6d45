/* oxlint-disable no-empty-pattern -- Playwright reads what a fixture needs off its pattern. */
import { order } from "./controls";
import { environment } from "./environment";
import { test as base } from "./fixtures";

/** Not there at all; there and silent; there and not well. */
type Kind = "refuse" | "hang" | "unavailable";

const setBackend = (mode: Kind | "pass") => order(`second-storefront/backend/${mode}`);

/**
 * The second storefront, whose backend a test can take away and give back; every test begins and ends with it there.
 * There is one switch, so tests that use it belong into one file and run one after the other.
 */
export const test = base.extend<{
  outage: { begin: (kind?: Kind) => Promise<void>; end: () => Promise<void> };
}>({
  baseURL: async ({}, provide) => {
    await provide(environment.secondBaseUrl);
  },
  outage: async ({}, provide) => {
    await setBackend("pass");
    await provide({ begin: (kind = "refuse") => setBackend(kind), end: () => setBackend("pass") });
    await setBackend("pass");
  },
});
