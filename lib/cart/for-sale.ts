import "server-only";
import type { BackendCart, BackendCartLine } from "@/lib/cart/backend-cart";
import { readCountry } from "@/lib/cart/reshape";
import type { Variant } from "@/lib/catalog/product";
import { getProduct, readProductNow } from "@/lib/catalog/products";

/** Whether the cart's region still sells to the cart's country. */
export function isCountryServed({ region, shipping_address }: BackendCart): boolean {
  const country = shipping_address?.country_code;
  return region?.countries.some(({ iso_2 }) => iso_2 === country) ?? false;
}

/**
 * The variants of a cart's lines that can still be bought there, by their ids, with price and stock. A variant that is
 * deleted, withdrawn or without a price in the cart's country is not among them. Whether it is withdrawn is as the
 * backend has just said; price and stock are the kept catalogue's, which follows an edit within seconds.
 */
export async function findSoldVariants(cart: BackendCart): Promise<Map<string, Variant>> {
  const country = readCountry(cart);
  const found = cart.items.map(async (item) => {
    if (!item.variant || !isOffered(cart, item.variant)) return [];
    const { id, product } = item.variant;
    const find = (variants: Variant[] = []) => variants.find((variant) => variant.id === id);
    // The kept catalogue may be older than the line.
    const variant =
      find((await getProduct(country, product.handle))?.variants) ??
      find((await readProductNow(country, product.handle))?.variants);
    return variant ? [[id, variant] as const] : [];
  });
  return new Map((await Promise.all(found)).flat());
}

/** Whether the backend offers a variant in the cart's sales channel. */
function isOffered(
  { sales_channel_id: channelId }: BackendCart,
  { product }: NonNullable<BackendCartLine["variant"]>,
): boolean {
  const isInChannel = product.sales_channels.some(({ id }) => id === channelId);
  return product.status === "published" && (!channelId || isInChannel);
}
