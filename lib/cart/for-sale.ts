import "server-only";
import type { BackendCart, BackendCartLine } from "@/lib/cart/backend-cart";
import { getCartCountry } from "@/lib/cart/reshape";
import type { Variant } from "@/lib/catalog/product";
import { getProduct, getProductUncached } from "@/lib/catalog/products";

/** Whether the cart's region still sells to the cart's country. */
export function isCountryServed({ region, shipping_address }: BackendCart): boolean {
  const country = shipping_address?.country_code;
  return region?.countries.some(({ iso_2 }) => iso_2 === country) ?? false;
}

/**
 * The variants of a cart's lines that can still be bought, by id. Leaves out variants that are deleted, unpublished or
 * without a price in the cart's country. Publication is as current as the cart; price and stock come from the cached
 * catalogue, which follows an edit within seconds.
 */
export async function listPurchasableVariants(cart: BackendCart): Promise<Map<string, Variant>> {
  const country = getCartCountry(cart);
  const found = cart.items.map(async (item) => {
    if (!item.variant || !isOfferedInChannel(cart, item.variant)) return [];
    const { id, product } = item.variant;
    const find = (variants: Variant[] = []) => variants.find((variant) => variant.id === id);
    // The cached catalogue may be older than the line.
    const variant =
      find((await getProduct(country, product.handle))?.variants) ??
      find((await getProductUncached(country, product.handle))?.variants);
    return variant ? [[id, variant] as const] : [];
  });
  return new Map((await Promise.all(found)).flat());
}

/** Whether a variant's product is published in the cart's sales channel. */
function isOfferedInChannel(
  { sales_channel_id: channelId }: BackendCart,
  { product }: NonNullable<BackendCartLine["variant"]>,
): boolean {
  const isInChannel = product.sales_channels.some(({ id }) => id === channelId);
  return product.status === "published" && (!channelId || isInChannel);
}
