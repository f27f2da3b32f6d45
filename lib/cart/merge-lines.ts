import "server-only";
import type { StoreCartLineItem } from "@medusajs/types";
import { getLineLimit } from "@/lib/cart/cart";
import type { Carts } from "@/lib/cart/merge-carts";
import { nameLine, readCountry } from "@/lib/cart/reshape";
import { readProductNow } from "@/lib/catalog/products";
import { AppError } from "@/lib/errors";
import { callAs } from "@/lib/medusa/client";

/**
 * Adds one line to the customer's cart, as far as there is stock, and takes it out of the guest's.
 * @returns what to tell the shopper: nothing, or how many fewer there are than both carts had
 */
export async function moveLine(item: StoreCartLineItem, carts: Carts): Promise<string[]> {
  const { guest, guestHolder, own } = carts;
  const inCart = own.items?.find(({ variant_id }) => variant_id === item.variant_id)?.quantity ?? 0;
  const room = Math.max(0, (await readLimit(item, carts)) - inCart);
  const wanted = Math.min(item.quantity, room);
  const added =
    wanted > 0 && (await addLine({ variant_id: item.variant_id, quantity: wanted }, carts)) ? wanted : 0;
  const path = `/store/carts/${guest.id}/line-items/${item.id}`;
  await callAs(guestHolder.identity, path, { method: "DELETE" });
  return added < item.quantity ? [describeCap(item, inCart + added)] : [];
}

function describeCap(item: StoreCartLineItem, kept: number): string {
  const name = nameLine(item);
  if (kept === 0) return `${name}: sold out in the meantime, so it is not in your cart.`;
  return `${name}: ${kept} is all there is, so your cart has ${kept} and not ${item.quantity} more.`;
}

/** Somebody may have been quicker: a line that has just sold out is not added. */
async function addLine(body: object, { own, ownHolder }: Carts): Promise<boolean> {
  try {
    await callAs(ownHolder.identity, `/store/carts/${own.id}/line-items`, { method: "POST", body });
    return true;
  } catch (error) {
    if (!(error instanceof AppError) || error.code === "unavailable") throw error;
    return false;
  }
}

async function readLimit(item: StoreCartLineItem, { own }: Carts): Promise<number> {
  const product = await readProductNow(readCountry(own), item.product_handle ?? "");
  const variant = product?.variants.find(({ id }) => id === item.variant_id);
  return getLineLimit(variant?.available);
}
