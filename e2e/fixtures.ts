/* oxlint-disable no-empty-pattern -- Playwright reads what a fixture needs off its pattern. */
import { expect, test as base } from "@playwright/test";
import { Backend, type OwnProduct } from "./backend";
import { Guest } from "./guest";
import { newCanary } from "./leak-scan/canary";
import { LeakWatch, type Look } from "./leak-scan/watch";

/** A cart's id opens the cart; whatever is signed or sealed opens more. */
export const SECRETS: Look[] = [
  { pattern: /cart_[0-9A-HJKMNP-TV-Z]{26}/g },
  // The way to a new password is a link in a mail, and the page behind it.
  { pattern: /eyJ[\w-]{16,}\.[\w-]*\.[\w-]{8,}/g, except: /\/reset-password/ },
];

type Fixtures = {
  guest: Guest;
  /** An e-mail address that no other test uses. */
  email: string;
  /** A product of this test's own, 5 in stock, for edits that would disturb the others. */
  product: OwnProduct;
  /** No page may log an error: a failed hydration, a breach of the content policy, an exception. */
  quietConsole: void;
  /** No answer to any browser of the test may show what is another's, or a secret. No spec can switch this off. */
  leakWatch: void;
};

type WorkerFixtures = { backend: Backend; knownFiles: Set<string> };

export const test = base.extend<Fixtures, WorkerFixtures>({
  guest: async ({ page, javaScriptEnabled }, provide) => {
    await provide(new Guest(page, { hasScript: javaScriptEnabled }));
  },

  email: async ({}, provide) => {
    await provide(`guest-${newCanary()}@cloakroom.test`);
  },

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
      browser.on("context", watch.follow);
      await provide();
      browser.off("context", watch.follow);
      expect(await watch.listLeaks(), "what browsers have been told that they must not know").toEqual([]);
    },
    { auto: true },
  ],

  quietConsole: [
    async ({ context }, provide) => {
      const errors: string[] = [];
      context.on("weberror", (error) => errors.push(String(error.error())));
      context.on("console", (message) => {
        // A page that is not there, or a line that is cut, is what some tests are about; Chromium logs both.
        const isExpected = message.text().startsWith("Failed to load resource");
        if (message.type() === "error" && !isExpected) errors.push(message.text());
      });
      await provide();
      expect(errors, "errors in the browser's console").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
