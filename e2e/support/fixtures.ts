/* oxlint-disable no-empty-pattern -- Playwright reads what a fixture needs off its pattern. */
import { expect, test as base } from "@playwright/test";
import { Backend, type OwnProduct } from "./backend-client";
import { ConsoleWatch } from "./console-watch";
import { newMachine } from "./identity";
import { LeakWatch } from "../leak-scan/leak-watch";
import { People } from "./people";
import { readSecrets, SECRETS } from "./secrets";

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
  product: OwnProduct;
  /** No page may log an error. */
  quietConsole: void;
  /** No answer to any browser of the test may show what is another's, or a secret. No spec can switch this off. */
  leakWatch: LeakWatch;
};

type WorkerFixtures = { backend: Backend; knownFiles: Set<string> };

export const test = base.extend<Fixtures, WorkerFixtures>({
  extraHTTPHeaders: async ({ extraHTTPHeaders }, provide) => {
    await provide({ ...extraHTTPHeaders, ...newMachine() });
  },

  people: async ({ browser, javaScriptEnabled, leakWatch, backend }, provide) => {
    const people = new People(browser, { hasScript: javaScriptEnabled });
    await provide(people);
    await leakWatch.waitForResponses();
    await people.leave();
    if (people.canaries.length === 0) return;
    leakWatch.addSecrets(await readSecrets(people.canaries));
    await backend.forget(people.canaries);
  },

  guest: async ({ people }, provide) => provide(people.guest),
  shopper: async ({ people }, provide) => provide(people.shopper),
  secondDevice: async ({ people }, provide) => provide(people.secondDevice),
  secondTab: async ({ people }, provide) => provide(people.secondTab),

  product: async ({ backend }, provide) => {
    const product = await backend.createProduct({ stock: 5 });
    await provide(product);
    await backend.withdraw(product);
  },

  backend: [
    async ({}, provide) => {
      await provide(await Backend.signIn());
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
      const watch = new LeakWatch(SECRETS, knownFiles);
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
      browser.on("context", watch.follow);
      await provide();
      browser.off("context", watch.follow);
      expect(watch.errors, "errors in the browser's console").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
