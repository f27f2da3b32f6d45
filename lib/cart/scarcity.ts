import "server-only";
import type { BackendCart } from "@/lib/cart/backend-cart";
import { nameLine, readCountry } from "@/lib/cart/reshape";
import { readStockNow } from "@/lib/cart/stock";

/**
 * Which lines of a cart ask for more than there is at this moment, in words for the shopper. What the backend does not
 * count, or no longer knows, is not among them.
 * @throws AppError "unavailable"
 */
export async function describeScarcity(cart: BackendCart): Promise<string> {
  const sentences = cart.items.map(async (item) => {
    const left = await readStockNow(readCountry(cart), item);
    if (left === null || left === undefined || left >= item.quantity) return [];
    return [`${nameLine(item)}: ${left === 0 ? "none" : `only ${left}`} left.`];
  });
  return (await Promise.all(sentences)).flat().join(" ");
}
