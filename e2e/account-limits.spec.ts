import type { APIRequestContext } from "@playwright/test";
import { expect, test } from "./support/fixtures";
import { newIdentity } from "./support/identity";
import type { People } from "./support/people";
import { HttpBrowser, readForm } from "./support/http-browser";
import { ADDRESS, placeOrderViaApi } from "./support/place-order-via-api";
import { queryDb } from "./support/storefront-db";
import { signInCustomer, MedusaStoreApi } from "./support/medusa-store-api";

const MAX_ADDRESSES = 50;
type Addresses = { addresses: { id: string }[] };

const TYPED = {
  "shipping.firstName": "Ida",
  "shipping.lastName": "Fitzwilliam",
  "shipping.address1": "12 Cloak Lane",
  "shipping.postalCode": "10001",
  "shipping.city": "New York",
  "shipping.province": "NY",
  "shipping.country": "us",
};

/** Registers a customer in a browser without JavaScript, and signs in at the backend too. */
async function newCustomer(people: People, request: APIRequestContext) {
  const { canary, firstName, lastName, email, password } = newIdentity("shopper");
  people.canaries.push(canary);
  const browser = new HttpBrowser();
  await browser.submit("/us/register", "password", { firstName, lastName, email, password });
  const storeApi = new MedusaStoreApi(request);
  return { browser, storeApi, email, token: await signInCustomer(storeApi, { email, password }) };
}

test("A full address book says so, keeps what was typed, and accepts the address once another is deleted", async ({
  people,
  request,
}) => {
  const { browser, storeApi, token } = await newCustomer(people, request);
  for (let saved = 0; saved < MAX_ADDRESSES; saved += 1)
    await storeApi.post("/store/customers/me/addresses", { token, body: ADDRESS });

  const path = "/us/account/addresses?edit=new";
  const refused = await browser.submit(path, "saved-address", TYPED);
  expect(refused.html).toContain("Your address book is full.");
  expect(refused.html, "what was typed").toContain('value="12 Cloak Lane"');
  const list = await browser.get("/us/account/addresses");
  const { body } = await storeApi.get<Addresses>("/store/customers/me/addresses?limit=100", { token });
  expect(body.addresses).toHaveLength(MAX_ADDRESSES);

  const addressId = body.addresses[0]?.id ?? "";
  const deletion = readForm(list.html, `address-delete-button-${addressId}`);
  await browser.post("/us/account/addresses", deletion, {});
  const added = await browser.submit(path, "saved-address", TYPED);
  expect(added.location).toBe("/us/account/addresses");
  expect(added.html).toContain("12 Cloak Lane");
});

test("Ordering again is rate limited, and works again after the wait", async ({
  people,
  request,
  product,
  backend,
}) => {
  const { browser, storeApi, token, email } = await newCustomer(people, request);
  const order = await placeOrderViaApi(storeApi, token, { variantId: product.variantId, quantity: 1 });
  const path = `/us/account/orders/details/${order}`;

  const key = `reorder-customer:${await backend.getCustomerId(email)}`;
  await queryDb(`INSERT INTO "RateLimit" VALUES ($1, 30, now() + interval '10 minutes')`, [key]);
  const refused = await browser.submit(path, "reorder", {});
  expect(refused.html).toContain("Too many attempts.");
  expect(refused.html).toContain("Please wait 10 minutes and try again.");
  expect(refused.html).toContain("Order again");
  await queryDb(`DELETE FROM "RateLimit" WHERE key = $1`, [key]);
  const added = await browser.submit(path, "reorder", {});
  expect(added.location).toBe("/us/cart");
  expect(added.html).toContain(product.title);
});
