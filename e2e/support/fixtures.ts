/* oxlint-disable no-empty-pattern -- Playwright reads what a fixture needs off its pattern. */
import { expect, test as base } from "@playwright/test";
import { BackendClient, type TestProduct } from "./backend-client";
import { ConsoleWatch } from "./console-watch";
import { newClientIp } from "./identity";
import { LeakWatch } from "../leak-scan/leak-watch";
import { People } from "./people";
import { readSecrets, SECRET_PATTERNS } from "./secrets";

/**
 * Who is in a test: `const ada = await guest()`, `const ida = await shopper()`. One form for one person and for many,
 * so that a second one is a line and not another way to write a test. What nobody in particular looks at, such as a
 * catalogue page, a test looks at in Playwright's own `page`.
 */
type Fixtures = {
  guest: People["guest"];
  shopper: People["shopper"];
  secondDevice: People["secondDevice"];
  secondTab: People["secondTab"];
  people: People;
  /** A product of this test's own, 5 in stock, for edits that would disturb the others. */
  product: TestProduct;
  /** No page may log an error. */
  quietConsole: void;
  /** No answer to any browser of the test may show what is another's, or a secret. No spec can switch this off. */
  leakWatch: LeakWatch;
};

type WorkerFixtures = { backend: BackendClient; knownFiles: Set<string> };

export const test = base.extend<Fixtures, WorkerFixtures>({
  extraHTTPHeaders: async ({ extraHTTPHeaders }, provide) => {
    await provide({ ...extraHTTPHeaders, ...newClientIp() });
  },

  people: async ({ browser, javaScriptEnabled, leakWatch, backend }, provide) => {
    const people = new People(browser, { hasScript: javaScriptEnabled });
    await provide(people);
    await leakWatch.waitForResponses();
    await people.closeAll();
    if (people.canaries.length === 0) return;
    leakWatch.addSecrets(await readSecrets(people.canaries));
    await backend.deleteCustomers(people.canaries);
  },

  guest: async ({ people }, provide) => provide(people.guest),
  shopper: async ({ people }, provide) => provide(people.shopper),
  secondDevice: async ({ people }, provide) => provide(people.secondDevice),
  secondTab: async ({ people }, provide) => provide(people.secondTab),

  product: async ({ backend }, provide) => {
    const product = await backend.createProduct({ stock: 5 });
    await provide(product);
    await backend.unpublish(product);
  },

  backend: [
    async ({}, provide) => {
      await provide(await BackendClient.signIn());
    },
    { scope: "worker" },
  ],

  knownFiles: [
    async ({}, provide) => {
      await provide(new Set());
    },
    { scope: "worker" },
  ],

  leakWatch: [
    async ({ browser, knownFiles }, provide) => {
      const watch = new LeakWatch(SECRET_PATTERNS, knownFiles);
      browser.on("context", watch.attach);
      await provide(watch);
      browser.off("context", watch.attach);
      expect(await watch.listLeaks(), "what browsers have been told that they must not know").toEqual([]);
    },
    { auto: true },
  ],

  quietConsole: [
    async ({ browser }, provide) => {
      const watch = new ConsoleWatch();
      browser.on("context", watch.attach);
      await provide();
      browser.off("context", watch.attach);
      expect(watch.errors, "errors in the browser's console").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
