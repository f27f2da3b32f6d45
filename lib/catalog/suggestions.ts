import "server-only";
import { type Category, listCategories } from "@/lib/catalog/categories";
import { listAncestors } from "@/lib/catalog/category-tree";
import { listCollections } from "@/lib/catalog/collections";
import { getPath } from "@/lib/catalog/handle";
import { findProducts, findSimilarProducts } from "@/lib/catalog/lists";
import { findNamesWithWords } from "@/lib/catalog/name-match";
import type { ProductCard } from "@/lib/catalog/product";
import { getVersion } from "@/lib/catalog/version";
import type { Country } from "@/lib/markets";

const MAX_PRODUCTS = 5;
const MAX_LISTS = 4;

/** A category or collection. `path`: below the country. */
type SuggestedList = { name: string; path: string };

/**
 * What is suggested while somebody types.
 * - `products`: the first ones that match, or the most similar ones if none does
 * - `total`: how many products match
 * - `lists`: the categories and collections whose names contain the words
 */
export type Suggestions = { products: ProductCard[]; total: number; lists: SuggestedList[] };

/**
 * @param text as `cleanSearchText` returns it, not empty
 * @throws AppError "unavailable"
 */
export async function suggest(country: Country, text: string): Promise<Suggestions> {
  const version = await getVersion();
  const [{ products, total }, categories, collections] = await Promise.all([
    findProducts(country, { text, take: MAX_PRODUCTS, version }),
    listCategories(version),
    listCollections(version),
  ]);
  const names: SuggestedList[] = [
    ...categories.map((category) => ({
      name: nameCategory(category, categories),
      path: getPath("categories", category.handle),
    })),
    ...collections.map(({ handle, title }) => ({ name: title, path: getPath("collections", handle) })),
  ];
  return {
    products:
      total > 0 ? products : await findSimilarProducts(country, { text, take: MAX_PRODUCTS, version }),
    total,
    lists: findNamesWithWords(names, text).slice(0, MAX_LISTS),
  };
}

/** "Caps", or "Hats · Caps" below another: several may be called alike. */
function nameCategory({ handle, name }: Category, categories: readonly Category[]): string {
  return [...listAncestors(categories, handle), { name }].map((each) => each.name).join(" · ");
}
