import "server-only";
import type { StoreCart, StoreCartLineItem } from "@medusajs/types";
import { z } from "zod";
import { readCountry } from "@/lib/cart/reshape";
import type { Variant } from "@/lib/catalog/product";
import { getProduct, readProductNow } from "@/lib/catalog/products";

/** What the cart's own answer says of a line at this moment; the SDK's types leave it out. For CART_FIELDS. */
export const FOR_SALE_FIELDS = [
  "sales_channel_id,region.id,region.countries.iso_2",
  "items.variant.id,items.variant.product.handle,items.variant.product.status",
  "items.variant.product.sales_channels.id",
].join(",");

const soldItem = z.object({
  variant: z.object({
    id: z.string(),
    product: z.object({
      handle: z.string(),
      status: z.literal("published"),
      sales_channels: z.array(z.object({ id: z.string() }).nullish()),
    }),
  }),
});

const servedCart = z.object({
  region: z.object({ countries: z.array(z.object({ iso_2: z.string() })) }),
  shipping_address: z.object({ country_code: z.string() }),
});

/** Whether the cart's region still sells to the cart's country. */
export function isCountryServed(cart: StoreCart): boolean {
  const { data } = servedCart.safeParse(cart);
  return data?.region.countries.some(({ iso_2 }) => iso_2 === data.shipping_address.country_code) ?? false;
}

/**
 * The variants of a cart's lines that can still be bought there, by their ids, with price and stock. A variant that is
 * deleted, withdrawn or without a price in the cart's country is not among them. Whether it is withdrawn is as the
 * backend has just said; price and stock are the kept catalogue's, which follows an edit within seconds.
 */
export async function findSoldVariants(cart: StoreCart): Promise<Map<string, Variant>> {
  const country = readCountry(cart);
  const found = (cart.items ?? []).map(async (item) => {
    const sold = parseSold(cart, item);
    if (!sold) return [];
    const { id, product } = sold;
    const find = (variants: Variant[] = []) => variants.find((variant) => variant.id === id);
    // The kept catalogue may be older than the line.
    const variant =
      find((await getProduct(country, product.handle))?.variants) ??
      find((await readProductNow(country, product.handle))?.variants);
    return variant ? [[id, variant] as const] : [];
  });
  return new Map((await Promise.all(found)).flat());
}

function parseSold(cart: StoreCart, item: StoreCartLineItem) {
  const { data } = soldItem.safeParse(item);
  const { sales_channel_id: channelId } = cart as { sales_channel_id?: string | null };
  const isInChannel = data?.variant.product.sales_channels.some((channel) => channel?.id === channelId);
  return data && (!channelId || isInChannel) ? data.variant : null;
}
