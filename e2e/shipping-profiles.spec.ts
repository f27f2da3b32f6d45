import { apiTest as test, expect } from "./support/api-test";
import { HttpBrowser } from "./support/http-browser";
import { addToCart, goToReview, placeOrder, readText, submitAddress } from "./support/http-checkout";
import type { Shopkeeper } from "./support/shopkeeper";
import { newEmail } from "./support/medusa-store-api";

/** A digital product: its inventory item needs no shipping. */
async function createDigitalProduct(shopkeeper: Shopkeeper) {
  const file = await shopkeeper.createProduct({ title: "Tried Knitting Pattern", isCounted: true });
  type Variant = { variant: { inventory_items: { inventory_item_id: string }[] } };
  const [variantId] = file.variantIds;
  const { variant } = await shopkeeper.get<Variant>(
    `/products/${file.id}/variants/${variantId}?fields=inventory_items.inventory_item_id`,
  );
  const item = `/inventory-items/${variant.inventory_items[0]?.inventory_item_id}`;
  await shopkeeper.post(item, { requires_shipping: false });
  const { stock_locations } = await shopkeeper.get<{ stock_locations: { id: string }[] }>("/stock-locations");
  const level = { location_id: stock_locations[0]?.id, stocked_quantity: 5 };
  await shopkeeper.post(`${item}/location-levels`, level);
  return file;
}

test("Items of two shipping profiles each get a delivery option, and the order names both", async ({
  shopkeeper,
  backend,
}) => {
  const [heavy, cold] = [
    await shopkeeper.createShippingProfile({ Carriage: 20, "Two men": 45 }),
    await shopkeeper.createShippingProfile({ "Ice box": 11 }),
  ];
  const anvil = await shopkeeper.createProduct({ title: "Tried Anvil", profileId: heavy.id });
  const sorbet = await shopkeeper.createProduct({ title: "Tried Sorbet", profileId: cold.id });
  const browser = new HttpBrowser();
  await addToCart(browser, anvil);
  await addToCart(browser, sorbet);
  const email = newEmail();
  const step = await submitAddress(browser, email);
  const words = readText(step);
  for (const text of ["Delivery 1 of 2", "Delivery 2 of 2", "Carriage", "Two men", "Ice box"])
    expect(words).toContain(text);
  expect(words, "the seeded profile's").not.toContain("Express");

  // A page on which only one of the two deliveries was offered.
  const half = await browser.submit(step.location ?? "", "delivery", { optionId: "so_none" });
  expect(readText(half)).toContain("Please choose one of these ways of delivery.");

  const review = readText(await goToReview(browser, email));
  expect(review).toMatch(/Carriage · €20\.00 · Tried Anvil/);
  expect(review).toMatch(/Ice box · €11\.00 · Tried Sorbet/);
  expect(review).toContain("Place order · €131.00");

  const confirmed = await placeOrder(browser);
  expect(confirmed.location).toMatch(/\/confirmed$/);
  expect(readText(confirmed)).toMatch(/Delivery (Carriage, Ice box|Ice box, Carriage)/);
  const [order] = await backend.listOrders(email);
  expect(order?.shipping_methods.map(({ name }) => name).toSorted()).toEqual(["Carriage", "Ice box"]);
});

test("A cart without shipped items needs no delivery, and none is charged", async ({
  shopkeeper,
  backend,
}) => {
  const profileless = await shopkeeper.createProduct({ title: "Tried Voucher", profileId: null });
  for (const product of [await createDigitalProduct(shopkeeper), profileless]) {
    const browser = new HttpBrowser();
    await addToCart(browser, product);
    const email = newEmail();
    const next = await submitAddress(browser, email);
    expect(next.location, product.title).toBe("/de/checkout?step=payment");
    const words = readText(await goToReview(browser, email));
    expect(words).toContain("Place order · €50.00");
    expect(words).not.toMatch(/Delivery (Free|€|Chosen)/);
    const asked = await browser.get("/de/checkout?step=delivery");
    expect(readText(asked)).toContain("Nothing in your cart is shipped");
    const confirmed = await placeOrder(browser);
    expect(confirmed.location).toMatch(/\/confirmed$/);
    expect(readText(confirmed)).not.toMatch(/Delivery (Free|€)/);
    expect((await backend.listOrders(email))[0]?.shipping_methods).toEqual([]);
  }
});

test("An unshipped item beside a shipped one needs no delivery of its own, and without the shipped one none is charged", async ({
  shopkeeper,
  storeApi,
}) => {
  const profile = await shopkeeper.createShippingProfile({ Carriage: 20 });
  const anvil = await shopkeeper.createProduct({ title: "Tried Anvil", profileId: profile.id });
  const browser = new HttpBrowser();
  await addToCart(browser, await createDigitalProduct(shopkeeper));
  await addToCart(browser, anvil);
  expect(readText(await goToReview(browser, newEmail()))).toContain("Place order · €120.00");

  type Items = { cart: { items: { id: string; product_handle: string }[] } };
  const { body } = await storeApi.get<Items>(`/store/carts/${browser.cookies.get("__Host-cart")}`);
  const line = body.cart.items.find(({ product_handle }) => product_handle === anvil.handle);
  await browser.submit("/de/cart", `remove ${line?.id}`, {});
  const next = await browser.get("/de/checkout");
  expect(next.html).toContain('name="form" value="payment"');
  const review = await browser.submit("/de/checkout?step=payment", "payment", {});
  expect(readText(review)).toContain("Place order · €50.00");
});
