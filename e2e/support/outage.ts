import { sendControl } from "./controls";

/** Connection refused; connected but silent; answering 503. */
type OutageMode = "refuse" | "hang" | "unavailable";

/**
 * The connection of the second storefront to the backend, which a test can cut. A test with this fixture starts and ends
 * connected. The switch is global, so tests that use it go into one file and run one after another, with
 * `environment.secondBaseUrl` as their `baseURL`.
 */
export type Outage = { begin: (mode?: OutageMode) => Promise<void>; end: () => Promise<void> };

export async function beginOutage(mode: OutageMode = "refuse"): Promise<void> {
  await sendControl(`second-storefront/backend/${mode}`);
}

export async function endOutage(): Promise<void> {
  await sendControl("second-storefront/backend/pass");
}
