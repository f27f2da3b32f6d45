import "server-only";
import { findCart } from "@/lib/cart/current";
import type { Holder } from "@/lib/cart/holder";
import { nameLine, readCountry } from "@/lib/cart/reshape";
import { readProductNow } from "@/lib/catalog/products";

/**
 * Which lines of the holder's cart ask for more than there is at this moment, in words for the shopper; empty when
 * enough has come back.
 * @throws AppError "unavailable"
 */
export async function describeShortage(holder: Holder): Promise<string> {
  const found = await findCart(holder);
  if (found.status !== "open") return "";
  const country = readCountry(found.cart);
  const sentences = (found.cart.items ?? []).map(async (item) => {
    const product = await readProductNow(country, item.product_handle ?? "");
    const variant = product?.variants.find(({ id }) => id === item.variant_id);
    const available = variant ? (variant.available ?? item.quantity) : 0;
    if (available >= item.quantity) return [];
    return [`${nameLine(item)}: ${available === 0 ? "none" : `only ${available}`} left.`];
  });
  return (await Promise.all(sentences)).flat().join(" ");
}
