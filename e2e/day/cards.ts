import type { Page } from "./page";
import { isEqual, nameOf } from "./rules";
import { readStore } from "./store-view";
import type { Visitor } from "./visitor";

/** Every card of the day's products has the price that the backend has, and nothing that is withdrawn has a card. */
export async function checkCards(visitor: Visitor, page: Page, askedAt: number): Promise<void> {
  const { day, country } = visitor;
  const { world, journal } = day;
  checkHidden(visitor, page, askedAt);
  const { cards } = page;
  const shown = [...world.products, ...world.lostProducts].filter(({ handle }) => cards.has(handle));
  if (shown.length === 0) return;
  const store = await readStore(day, country, { id: shown.map(({ id }) => id) });
  const settled = shown.filter((product) => world.isSettled(product, askedAt));
  const hasSettledPrices = world.hasSettledPrices(askedAt);
  for (const product of settled) {
    const prices = (store.get(product.id) ?? []).map(({ price }) => price);
    const card = cards.get(product.handle) ?? Number.NaN;
    if (prices.length === 0)
      visitor.accuse(
        "what is withdrawn is not shown, what is sold is",
        `${nameOf(page)} lists what is not sold`,
      );
    else if (hasSettledPrices && !isEqual(card, Math.min(...prices)))
      visitor.accuse(
        "pages agree with the backend",
        `${nameOf(page)} shows ${product.handle} for ${card}, the backend for ${Math.min(...prices)}`,
      );
  }
  journal.count("lists compared");
}

/** The name of what is internal, inactive or deleted stands on no page. */
export function checkHidden(visitor: Visitor, page: Page, askedAt: number): void {
  const { world } = visitor.day;
  for (const category of [...world.categories, ...world.lostCategories]) {
    const isHidden = world.isSettled(category, askedAt) && world.isGone(category.hiddenSince, askedAt);
    if (isHidden && page.html.includes(category.name))
      visitor.accuse("hidden categories stand on no page", `${nameOf(page)} names ${category.name}`);
  }
}
