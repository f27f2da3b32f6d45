import "server-only";
import type { z } from "zod";
import type { Cart } from "@/lib/cart/cart";
import { postToCart, requireActiveCart } from "@/lib/cart/active-cart";
import { toMedusaAddress } from "@/lib/address/medusa-address";
import { requireRegionId } from "@/lib/catalog/regions";
import { saveToAddressBook, requireSavedAddress } from "@/lib/checkout/address-book";
import { AppError } from "@/lib/errors";
import type { addressSchema } from "@/lib/schemas";

type TypedAddress = z.output<typeof addressSchema>;

export type Contact = {
  email: string;
  /** A saved address, or a typed one, with whether to save it. */
  deliverTo: { savedId: string } | { typed: TypedAddress; shouldSave: boolean };
  /** Undefined: the same as the shipping address. */
  billing: TypedAddress | undefined;
};

/**
 * Saves e-mail and addresses to the shopper's cart.
 * @throws AppError "not-deliverable" if the country is in another region than the cart, "invalid", "cart-empty",
 *   "signed-out" for a saved address without a session, "unavailable"
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
  if ("typed" in deliverTo && deliverTo.shouldSave) await saveToAddressBook(deliverTo.typed);
  return changed;
}
