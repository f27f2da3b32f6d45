import "server-only";
import type { BackendLine } from "@/lib/cart/backend-purchase";
import { getLineLimit } from "@/lib/cart/cart";
import { readOpenCartOf } from "@/lib/cart/current";
import type { Carts } from "@/lib/cart/merge-carts";
import { nameLine, readCountry } from "@/lib/cart/reshape";
import { countInCart, isRefusal, readStockNow } from "@/lib/cart/stock";
import { callAs } from "@/lib/medusa/client";

/**
 * Adds one line to the customer's cart, as far as there is stock, and takes it out of the guest's.
 * @returns what to tell the shopper: nothing, or how many fewer there are than both carts had
 */
export async function moveLine(item: BackendLine, carts: Carts): Promise<string[]> {
  const { guest, guestHolder, own } = carts;
  const inCart = countInCart(own, item.variant_id);
  // Somebody may be quicker between the two: then once more, with what is left.
  const added = (await addWhatIsLeft(item, carts, inCart)) ?? (await addWhatIsLeft(item, carts, inCart)) ?? 0;
  const path = `/store/carts/${guest.id}/line-items/${item.id}`;
  await callAs(guestHolder.identity, path, { method: "DELETE" });
  return added < item.quantity ? [describeCap(item, inCart + added)] : [];
}

function describeCap(item: BackendLine, kept: number): string {
  const name = nameLine(item);
  if (kept === 0) return `${name}: sold out in the meantime, so it is not in your cart.`;
  return `${name}: ${kept} is all there is, so your cart has ${kept} and not ${item.quantity} more.`;
}

/** @returns how many were added, or null when the backend refuses what it had a moment ago */
async function addWhatIsLeft(
  item: BackendLine,
  { own, ownHolder }: Carts,
  inCart: number,
): Promise<number | null> {
  const quantity = Math.min(item.quantity, getLineLimit(await readStockNow(readCountry(own), item)) - inCart);
  if (quantity <= 0) return 0;
  const body = { variant_id: item.variant_id, quantity };
  try {
    await callAs(ownHolder.identity, `/store/carts/${own.id}/line-items`, { method: "POST", body });
    return quantity;
  } catch (error) {
    if (isRefusal(error)) return null;
    // The answer may have been lost on its way, and the line be there all the same.
    if (countInCart(await readOpenCartOf(ownHolder), item.variant_id) < inCart + quantity) throw error;
    return quantity;
  }
}
