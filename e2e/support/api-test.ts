/* oxlint-disable no-empty-pattern -- Playwright reads what a fixture needs off its pattern. */
import { expect, test as base } from "@playwright/test";
import { type Admin, createAdmin } from "./admin-users";
import { BackendClient } from "./backend-client";
import { CatalogAdmin } from "./catalog-admin";
import { environment } from "./environment";
import { httpExchanges } from "./http-exchange";
import { type HttpExchange, LeakWatch } from "../leak-scan/leak-watch";
import { requestMedusa, signInAdmin } from "./medusa-request";
import { MedusaStoreApi, registerCustomer, type TestCustomer } from "./medusa-store-api";
import { SECRET_PATTERNS } from "./secrets";
import { OfferShopkeeper } from "./test-offer";
import type { TestProduct } from "./test-product";

type Fixtures = {
  storeApi: MedusaStoreApi;
  customer: TestCustomer;
  otherCustomer: TestCustomer;
  /** A product of this test alone, 5 in stock. */
  product: TestProduct;
  /** A catalogue of this test alone. */
  catalog: CatalogAdmin;
  /** Products with options, shipping profiles and promotions of this test alone. */
  shopkeeper: OfferShopkeeper;
  /** The token of the seeded admin. */
  rootToken: string;
  /** An admin of this test alone. */
  admin: Admin;
  /**
   * Fails the test when a response to an `HttpBrowser`, or to a browser of `test`, contains a secret or another person's
   * data. No spec can disable it.
   */
  leakWatch: LeakWatch;
};

type WorkerFixtures = { backend: BackendClient; knownFiles: Set<string> };

/**
 * For specs that open no browser: they call the backend, or post forms with `HttpBrowser`. `test` has the same fixtures,
 * and people with browsers.
 */
export const apiTest = base.extend<Fixtures, WorkerFixtures>({
  backend: [
    async ({}, provide) => {
      await provide(await BackendClient.signIn());
    },
    { scope: "worker" },
  ],

  product: async ({ backend }, provide) => {
    const product = await backend.createProduct({ stock: 5 });
    await provide(product);
    await backend.unpublish(product);
  },

  storeApi: async ({ request }, provide) => provide(new MedusaStoreApi(request)),
  customer: async ({ storeApi }, provide) => provide(await registerCustomer(storeApi)),
  otherCustomer: async ({ storeApi }, provide) => provide(await registerCustomer(storeApi)),

  catalog: async ({}, provide) => {
    const catalog = await CatalogAdmin.signIn();
    await provide(catalog);
    await catalog.cleanUp();
  },

  shopkeeper: async ({}, provide) => {
    const shopkeeper = await OfferShopkeeper.signIn();
    await provide(shopkeeper);
    await shopkeeper.cleanUp();
  },

  rootToken: async ({}, provide) => provide(await signInAdmin(environment.admin)),

  admin: async ({ rootToken }, provide) => {
    const admin = await createAdmin(rootToken);
    await provide(admin);
    await requestMedusa(`/admin/users/${admin.id}`, { method: "DELETE", token: rootToken });
  },

  knownFiles: [
    async ({}, provide) => {
      await provide(new Set());
    },
    { scope: "worker" },
  ],

  leakWatch: [
    async ({ knownFiles }, provide) => {
      const watch = new LeakWatch(SECRET_PATTERNS, knownFiles);
      const record = (exchange: unknown) => watch.record(exchange as HttpExchange);
      httpExchanges.subscribe(record);
      await provide(watch);
      httpExchanges.unsubscribe(record);
      expect(await watch.listLeaks(), "what clients have been told that they must not know").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
