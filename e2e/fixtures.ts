/* oxlint-disable no-empty-pattern -- Playwright reads what a fixture needs off its pattern. */
import { randomUUID } from "node:crypto";
import { expect, test as base } from "@playwright/test";
import { Backend, type OwnProduct } from "./backend";
import { Guest } from "./guest";

type Fixtures = {
  guest: Guest;
  /** An e-mail address that no other test uses. */
  email: string;
  /** A product of this test's own, 5 in stock, for edits that would disturb the others. */
  product: OwnProduct;
  /** No page may log an error: a failed hydration, a breach of the content policy, an exception. */
  quietConsole: void;
};

export const test = base.extend<Fixtures, { backend: Backend }>({
  guest: async ({ page, javaScriptEnabled }, provide) => {
    await provide(new Guest(page, { hasScript: javaScriptEnabled }));
  },

  email: async ({}, provide) => {
    await provide(`guest-${randomUUID()}@cloakroom.test`);
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
