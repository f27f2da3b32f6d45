import { expect } from "@playwright/test";
import type { TestProduct } from "../support/backend-client";
import type { Shopper } from "../support/shopper";
import type { CartLines } from "./state";

/** What one client must observe. `name` is the account's first name, null when signed out. */
export type Observation = { name: string | null; lines: CartLines; products: readonly TestProduct[] };

type ShopperResponse = {
  customer: { firstName: string } | null;
  cart: { lines: { handle: string; quantity: number }[] } | null;
};

/** Checks the open page as it is, and a new response of the API. */
export async function expectObservation(person: Shopper, expected: Observation): Promise<void> {
  await expectHeader(person, expected);
  await expectShopperResponse(person, expected);
}

async function expectHeader(person: Shopper, { name, lines }: Observation): Promise<void> {
  const count = Object.values(lines).reduce((sum, quantity) => sum + quantity, 0);
  await expect(person.accountLink).toHaveAccessibleName(name === null ? "Account" : `Account of ${name}`);
  await expect(person.cartLink).toHaveText(`Cart (${count})`);
}

/** Asks the API with the browser's cookies, without touching its page, which may be navigating. */
export async function expectShopperResponse(
  { context }: Shopper,
  { name, lines, products }: Observation,
): Promise<void> {
  const response = (await (await context.request.get("/api/shopper")).json()) as ShopperResponse;
  const shown = (response.cart?.lines ?? []).map(({ handle, quantity }) => [
    products.findIndex((product) => product.handle === handle),
    quantity,
  ]);
  expect({ name: response.customer?.firstName ?? null, lines: Object.fromEntries(shown) }).toEqual({
    name,
    lines,
  });
}

/** Opens the cart page and checks its lines. */
export async function expectCartPage(person: Shopper, { lines, products }: Observation): Promise<void> {
  await person.page.goto("/us/cart");
  const main = person.page.getByRole("main");
  for (const [product, { title }] of products.entries()) {
    const line = main.getByRole("combobox", { name: `Quantity of ${title}` });
    const quantity = lines[product];
    if (quantity === undefined) await expect(line).toHaveCount(0);
    else await expect(line).toHaveValue(String(quantity));
  }
}
