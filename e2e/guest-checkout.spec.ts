import { AMERICAN, FRENCH, JAPANESE, type TestAddress } from "./support/addresses";
import type { StoredOrder } from "./support/backend-types";
import { expect, test } from "./support/fixtures";
import { SCARF, type Guest } from "./support/guest";

type Market = {
  name: string;
  address: TestAddress;
  currency: string;
  unitPrice: number;
  delivery: number;
  /** Format of a total in this market. */
  written: RegExp;
};

const MARKETS: Market[] = [
  {
    name: "in the United States, in dollars",
    address: AMERICAN,
    currency: "usd",
    unitPrice: 118,
    delivery: 8,
    written: /^\$\d{3}\.\d{2}$/,
  },
  {
    name: "in Japan, in yen without decimals",
    address: JAPANESE,
    currency: "jpy",
    unitPrice: 16_800,
    delivery: 900,
    written: /^¥\d{2},\d{3}$/,
  },
  {
    name: "in France, in euros",
    address: FRENCH,
    currency: "eur",
    unitPrice: 105,
    delivery: 7,
    written: /^€\d{3}\.\d{2}$/,
  },
];

/** Totals that the page displays. */
async function readTotals(guest: Guest) {
  return {
    subtotal: await guest.readAmount("cart-subtotal"),
    shipping: await guest.readAmount("cart-shipping"),
    tax: await guest.readAmount("cart-taxes"),
    total: await guest.readAmount("cart-total"),
  };
}

function expectStored(order: StoredOrder, { address, currency, unitPrice }: Market, total: number) {
  expect(order.currency_code).toBe(currency);
  expect(order.total).toBeCloseTo(total, 2);
  expect(order.sales_channel.name).not.toBe("");
  expect(order.shipping_methods.map(({ name }) => name)).toEqual(["Standard"]);
  expect(order.items).toEqual([
    expect.objectContaining({
      product_handle: "attendants-scarf",
      variant_title: "Oat",
      quantity: 2,
      unit_price: unitPrice,
    }),
  ]);
  expect(order.shipping_address).toMatchObject(address.stored);
  expect(order.billing_address).toMatchObject(address.stored);
}

for (const market of MARKETS) {
  test(`A guest buys ${market.name}, and the backend has the order as it was agreed to`, async ({
    guest,
    backend,
  }) => {
    const ada = await guest();
    const { page } = ada;
    const { email } = ada.identity;
    const { unitPrice, delivery } = market;
    const address = ada.ownAddress(market.address);
    await ada.addToCart({ ...SCARF, country: address.country });
    await ada.drawer.getByRole("button", { name: "One more" }).click();
    await ada.waitForCart();
    await ada.drawer.getByRole("link", { name: "Checkout" }).click();
    await ada.fillContact(market.address);
    await page.getByRole("button", { name: "Continue to delivery" }).click();
    await expect(page.getByRole("radio", { name: "Standard" })).toBeChecked();
    await page.getByRole("button", { name: "Continue to payment" }).click();
    await expect(page.getByRole("radio", { name: "Pay later by invoice" })).toBeChecked();
    await page.getByRole("button", { name: "Continue to review" }).click();
    await expect(ada.placeOrderButton).toBeVisible();

    const agreed = await readTotals(ada);
    expect(agreed).toMatchObject({ subtotal: 2 * unitPrice, shipping: delivery });
    await expect(ada.getVisible("cart-total")).toHaveText(market.written);
    const id = await ada.placeOrder();

    await expect(ada.getVisible("order-email")).toHaveText(email);
    await expect(ada.getVisible("shipping-address-summary")).toContainText(address.stored.address_2 ?? "");
    await expect(ada.getVisible("cart-total")).toHaveText(market.written);
    expect(await readTotals(ada)).toEqual(agreed);
    await expect(ada.cartLink).toHaveText("Cart (0)");

    const order = await backend.getOrder(id);
    expect(order.email).toBe(email);
    await expect(ada.getVisible("order-id")).toHaveText(String(order.display_id));
    expectStored(order, { ...market, address }, agreed.total);
    expect((await backend.listOrders(email)).map((each) => each.id)).toEqual([id]);
  });
}

test("A guest buys without touching a mouse", async ({ guest, backend }) => {
  const ada = await guest();
  const { page } = ada;
  const { email } = ada.identity;
  await page.goto(`/us/products/${SCARF.handle}`);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await ada.tabTo(page.getByRole("radio").first());
  await page.keyboard.press("Space");
  await expect(page.getByRole("radio").first()).toBeChecked();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("radio").nth(1)).toBeChecked();
  await ada.tabTo(page.getByRole("button", { name: "Add to cart" }));
  await page.keyboard.press("Enter");
  await expect(ada.cartLink).toHaveText("Cart (1)");
  await ada.waitForCart();
  await ada.tabTo(ada.drawer.getByRole("link", { name: "Checkout" }));
  await page.keyboard.press("Enter");

  await expect(page).toHaveURL("/us/checkout?step=address");
  await ada.tabTo(ada.field("E-mail"));
  await page.keyboard.type(email);
  for (const [label, text] of Object.entries(ada.ownAddress(AMERICAN).texts)) {
    await ada.tabTo(ada.field(label));
    await page.keyboard.type(text);
  }
  await ada.tabTo(page.getByRole("combobox", { name: "State" }), "Shift+Tab");
  await page.keyboard.type("New Yor");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");

  for (const next of ["Continue to payment", "Continue to review", "Place order"]) {
    await ada.tabTo(page.getByRole("button", { name: next }));
    await page.keyboard.press("Enter");
  }
  const id = await ada.waitForConfirmation();
  expect((await backend.getOrder(id)).shipping_address).toMatchObject(ada.ownAddress(AMERICAN).stored);
});
