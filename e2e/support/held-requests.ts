import type { Page, Route } from "@playwright/test";

type HeldRequests = {
  /** Number of requests held so far. */
  count: () => number;
  release: () => void;
  /** Aborts the held requests. */
  abort: () => void;
};

/**
 * Holds requests until they are released: on the way to the server, which then does not know of them, or on the way
 * back, when the server has processed them and the browser does not know.
 */
export async function holdRequests(
  page: Page,
  isHeld: (route: Route) => boolean,
  direction: "request" | "response",
): Promise<HeldRequests> {
  let resolveOutcome: (isAborted: boolean) => void = () => {};
  let isSettled = false;
  let count = 0;
  const outcome = new Promise<boolean>((resolve) => (resolveOutcome = resolve));
  await page.route("**/*", async (route) => {
    if (isSettled || !isHeld(route)) return route.fallback();
    count += 1;
    if (direction === "request") return (await outcome) ? route.abort("connectionfailed") : route.continue();
    const response = await route.fetch();
    await outcome;
    return route.fulfill({ response });
  });
  const settle = (isAborted: boolean) => {
    isSettled = true;
    resolveOutcome(isAborted);
  };
  return { count: () => count, release: () => settle(false), abort: () => settle(true) };
}
