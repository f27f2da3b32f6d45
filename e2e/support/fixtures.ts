/* oxlint-disable no-empty-pattern -- Playwright reads what a fixture needs off its pattern. */
import { apiTest, expect } from "./api-test";
import { ConsoleWatch } from "./console-watch";
import { newClientIp } from "./identity";
import { beginOutage, endOutage, type Outage } from "./outage";
import { People } from "./people";
import { readSecrets } from "./secrets";

/**
 * People of a test are created by calling a fixture, `const ada = await guest()`, so that a second person is one more
 * line. Pages visited by nobody in particular, such as the catalogue, use Playwright's own `page`.
 */
type Fixtures = {
  guest: People["guest"];
  shopper: People["shopper"];
  secondDevice: People["secondDevice"];
  secondTab: People["secondTab"];
  people: People;
  /** The second storefront's connection to the backend: see `Outage`. */
  outage: Outage;
  /** Fails the test when a page logs an error. */
  quietConsole: void;
};

/** For specs with browsers. Specs that open none use `apiTest`, whose fixtures are here as well. */
export const test = apiTest.extend<Fixtures>({
  extraHTTPHeaders: async ({ extraHTTPHeaders }, provide) => {
    await provide({ ...extraHTTPHeaders, ...newClientIp() });
  },

  people: async ({ browser, javaScriptEnabled, leakWatch }, provide) => {
    const people = new People(browser, { hasScript: javaScriptEnabled });
    await provide(people);
    await leakWatch.waitForResponses();
    await people.closeAll();
    if (people.canaries.length > 0) leakWatch.addSecrets(await readSecrets(people.canaries));
  },

  guest: async ({ people }, provide) => provide(people.guest),
  shopper: async ({ people }, provide) => provide(people.shopper),
  secondDevice: async ({ people }, provide) => provide(people.secondDevice),
  secondTab: async ({ people }, provide) => provide(people.secondTab),

  outage: async ({}, provide) => {
    await endOutage();
    await provide({ begin: beginOutage, end: endOutage });
    await endOutage();
  },

  // Automatic, as the one of `apiTest`.
  leakWatch: async ({ browser, leakWatch }, provide) => {
    browser.on("context", leakWatch.attach);
    await provide(leakWatch);
    browser.off("context", leakWatch.attach);
  },

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
