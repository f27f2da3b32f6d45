import type { HttpShopper } from "./http-shopper";
import type { Page } from "./page";
import { isEqual, pageLabel } from "./page-rules";
import { readStoreProducts } from "./store-products";

/** Checks that every product card shows the backend's price, and that no withdrawn product has one. */
export async function checkCards(shopper: HttpShopper, page: Page, requestedAt: number): Promise<void> {
  const { day, country } = shopper;
  const { model, log } = day;
  checkHiddenCategories(shopper, page, requestedAt);
  const { cards } = page;
  const shown = [...model.products, ...model.deletedProducts].filter(({ handle }) => cards.has(handle));
  if (shown.length === 0) return;
  const store = await readStoreProducts(day, country, { id: shown.map(({ id }) => id) });
  const settled = shown.filter((product) => model.isSettled(product, requestedAt));
  for (const product of settled) {
    const prices = (store.get(product.id) ?? []).map(({ price }) => price);
    const card = cards.get(product.handle) ?? Number.NaN;
    if (prices.length === 0)
      shopper.reportFault(
        "what is withdrawn is not shown, what is sold is",
        `${pageLabel(page)} lists what is not sold`,
      );
    else if (model.hasSettledPrices(product, requestedAt) && !isEqual(card, Math.min(...prices)))
      shopper.reportFault(
        "pages agree with the backend",
        `${pageLabel(page)} shows ${product.handle} for ${card}, the backend for ${Math.min(...prices)}`,
      );
  }
  log.count("lists compared");
}

/** Checks that the page names no internal, inactive or deleted category. */
export function checkHiddenCategories(shopper: HttpShopper, page: Page, requestedAt: number): void {
  const { model } = shopper.day;
  for (const category of [...model.categories, ...model.deletedCategories]) {
    const isHidden =
      model.isSettled(category, requestedAt) && model.mustBeWithdrawn(category.hiddenAt, requestedAt);
    if (isHidden && page.html.includes(category.name))
      shopper.reportFault("hidden categories stand on no page", `${pageLabel(page)} names ${category.name}`);
  }
}
