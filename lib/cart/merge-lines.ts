import "server-only";
import type { BackendLine } from "@/lib/cart/backend-purchase";
import { getLineLimit } from "@/lib/cart/cart";
import { readOpenCartOf } from "@/lib/cart/current";
import type { Carts } from "@/lib/cart/merge-carts";
import { nameLine, readCountry } from "@/lib/cart/reshape";
import { countInCart, isRefusal, readVariantNow } from "@/lib/cart/stock";
import { AppError } from "@/lib/errors";
import { callAs } from "@/lib/medusa/client";

/**
 * Adds one line to the customer's cart, as far as there is stock, and takes it out of the guest's.
 * @returns what to tell the shopper: nothing, or how many fewer there are than both carts had
 */
export async function moveLine(item: BackendLine, carts: Carts): Promise<string[]> {
  const { guest, guestHolder } = carts;
  // Somebody may be quicker between the two: then once more, with what is left.
  const first = await addWhatIsLeft(item, carts);
  const { kept, isEnough, isGone } = first ?? (await addWhatIsLeft(item, carts)) ?? keepOwn(item, carts);
  const path = `/store/carts/${guest.id}/line-items/${item.id}`;
  await callAs(guestHolder.identity, path, { method: "DELETE" });
  return isEnough ? [] : [describeCap(item, kept, isGone)];
}

/** What the customer's cart has of a line now, and whether that is what both carts had together. */
type Moved = { kept: number; isEnough: boolean; isGone?: boolean };

function keepOwn(item: BackendLine, { own }: Carts): Moved {
  return { kept: countInCart(own, item.variant_id), isEnough: false };
}

function describeCap(item: BackendLine, kept: number, isGone = false): string {
  const name = nameLine(item);
  if (isGone) return `${name}: no longer sold here, so it is not in your cart.`;
  if (kept === 0) return `${name}: sold out in the meantime, so it is not in your cart.`;
  return `${name}: ${kept} is all there is, so your cart has ${kept} and not ${item.quantity} more.`;
}

/** @returns null when the backend refuses what it had a moment ago */
async function addWhatIsLeft(item: BackendLine, { own, ownHolder }: Carts): Promise<Moved | null> {
  const variant = await readVariantNow(readCountry(own), item);
  const variant_id = variant?.id ?? item.variant_id;
  const inCart = countInCart(own, variant_id);
  const quantity = Math.min(item.quantity, getLineLimit(variant?.available) - inCart);
  if (quantity <= 0) return { kept: inCart, isEnough: false };
  const moved = { kept: inCart + quantity, isEnough: quantity === item.quantity };
  try {
    const call = { method: "POST", body: { variant_id, quantity } } as const;
    await callAs(ownHolder.identity, `/store/carts/${own.id}/line-items`, call);
    return moved;
  } catch (error) {
    if (error instanceof AppError && error.code === "not-for-sale")
      return { kept: inCart, isEnough: false, isGone: true };
    if (isRefusal(error)) return null;
    // The answer may have been lost on its way, and the line be there all the same.
    if (countInCart(await readOpenCartOf(ownHolder), variant_id) < moved.kept) throw error;
    return moved;
  }
}
