import type { BackendProduct, BackendVariant } from "@/lib/catalog/backend-product";
import { toPlainLine, toPlainText } from "@/lib/catalog/plain-text";
import { rankVariants, reshapePictures } from "@/lib/catalog/pictures";
import type { ProductCard, Product, ProductOption, Variant } from "@/lib/catalog/product";

/**
 * Maps a Medusa product to a card; null if no variant has a price in the requested region, or if
 * it is in no sales channel (with a single channel, Medusa also returns products that were removed from it).
 */
export function reshapeCard(
  product: BackendProduct,
): (ProductCard & { id: string; description: string }) | null {
  if (product.sales_channels?.length === 0) return null;
  const variants = reshapeVariants(product);
  const [cheapest] = variants.toSorted((a, b) => a.price.amount - b.price.amount);
  if (!cheapest) return null;
  return {
    id: product.id,
    handle: product.handle,
    title: product.title,
    subtitle: toPlainLine(product.subtitle),
    description: toPlainText(product.description),
    picture: reshapePictures(product).pictures[0] ?? null,
    price: cheapest.price,
    originalPrice: cheapest.originalPrice,
    hasPriceRange: variants.some(({ price }) => price.amount !== cheapest.price.amount),
    isSoldOut: variants.every(({ available }) => available === 0),
  };
}

export function reshapeProduct(product: BackendProduct): Product | null {
  const card = reshapeCard(product);
  if (!card) return null;
  const [category] = listPublicCategories(product);
  return {
    ...card,
    facts: reshapeFacts(product),
    ...reshapePictures(product),
    options: reshapeOptions(product),
    variants: reshapeVariants(product),
    category: category ? { handle: category.handle, name: category.name } : null,
    collection: product.collection
      ? { handle: product.collection.handle, title: product.collection.title }
      : null,
  };
}

/** Without inactive and internal categories, which Medusa leaves out of category lists but not out of products. */
function listPublicCategories({ categories }: BackendProduct): BackendProduct["categories"] {
  return categories.filter(({ is_active, is_internal }) => is_active && !is_internal);
}

/** Options in the admin's order. Medusa stores none; it is that of the values in a variant's title ("Ink / M"). */
function reshapeOptions(product: BackendProduct): ProductOption[] {
  const ranked = rankVariants(product);
  const values = ranked.flatMap(({ options }) => options);
  const named = ranked[0]?.title?.split(" / ") ?? [];
  const options = product.options.map(({ id, title }) => {
    const own = values.filter(({ option_id }) => option_id === id);
    return { title, values: [...new Set(own.map(({ value }) => value))] };
  });
  const placeOf = ({ values: [first = ""] }: ProductOption) => named.indexOf(first);
  return options.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** Variants in the admin's order, without those that have no price in the requested region. */
export function reshapeVariants(product: BackendProduct): Variant[] {
  const titles = new Map(product.options.map(({ id, title }) => [id, title]));
  return rankVariants(product).flatMap((variant) => reshapeVariant(variant, titles, product) ?? []);
}

function reshapeVariant(
  variant: BackendVariant,
  titles: ReadonlyMap<string, string>,
  product: BackendProduct,
): Variant | null {
  const price = variant.calculated_price;
  if (typeof price?.calculated_amount !== "number" || !price.currency_code) return null;
  const currency = price.currency_code;
  const original = price.original_amount;
  return {
    id: variant.id,
    title: variant.title ?? "",
    options: Object.fromEntries(
      variant.options.map(({ option_id, value }) => [titles.get(option_id ?? "") ?? "", value]),
    ),
    price: { amount: price.calculated_amount, currency },
    originalPrice:
      typeof original === "number" && original > price.calculated_amount
        ? { amount: original, currency }
        : null,
    ...getStock(variant),
    // As Medusa does for the lines of carts.
    pictureUrl: variant.thumbnail ?? product.thumbnail ?? null,
  };
}

function getStock({
  manage_inventory,
  allow_backorder,
  inventory_quantity,
}: BackendVariant): Pick<Variant, "available" | "onHand"> {
  if (!manage_inventory) return { available: null };
  const count = Math.max(0, inventory_quantity ?? 0);
  return allow_backorder ? { available: null, onHand: count } : { available: count };
}

function reshapeFacts({ material, metadata }: BackendProduct): Product["facts"] {
  const { care, origin } = metadata ?? {};
  return [
    { label: "Material", text: material },
    { label: "Care", text: care },
    { label: "Made in", text: origin },
  ].flatMap(({ label, text }) => (toPlainText(text) ? [{ label, text: toPlainText(text) }] : []));
}
