import "server-only";
import type { z } from "zod";
import type { Cart } from "@/lib/cart/cart";
import { postToCart, requireActiveCart } from "@/lib/cart/active-cart";
import { toMedusaAddress } from "@/lib/address/medusa-address";
import { requireRegionId } from "@/lib/catalog/regions";
import { keepAddress, requireSavedAddress } from "@/lib/checkout/address-book";
import { AppError } from "@/lib/errors";
import type { addressSchema } from "@/lib/schemas";

type TypedAddress = z.output<typeof addressSchema>;

export type Contact = {
  email: string;
  /** One of the customer's own addresses, or one that was typed, to be kept or not. */
  deliverTo: { savedId: string } | { typed: TypedAddress; isToBeKept: boolean };
  /** Undefined: the same. */
  billing: TypedAddress | undefined;
};

/**
 * Writes e-mail and addresses onto the cart.
 * @throws AppError "not-deliverable" when the country belongs to another region than the cart's prices, "invalid",
 * "signed-out" for a saved address of nobody's, "unavailable"
 */
export async function saveContact({ email, deliverTo, billing }: Contact): Promise<Cart> {
  const shipping = "savedId" in deliverTo ? await requireSavedAddress(deliverTo.savedId) : deliverTo.typed;
  const cart = await requireActiveCart();
  if ((await requireRegionId(shipping.country)) !== cart.region_id) {
    const field = "savedId" in deliverTo ? "savedAddress" : "shipping.country";
    throw new AppError("not-deliverable", {
      fields: { [field]: "Please switch the shop to that country first: prices differ." },
    });
  }
  const changed = await postToCart("", {
    email,
    shipping_address: toMedusaAddress(shipping),
    billing_address: toMedusaAddress(billing ?? shipping),
  });
  if ("typed" in deliverTo && deliverTo.isToBeKept) await keepAddress(deliverTo.typed);
  return changed;
}
