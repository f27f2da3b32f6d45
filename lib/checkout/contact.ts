import "server-only";
import type { z } from "zod";
import { findActiveCartFor } from "@/lib/cart/active-cart";
import { postToCart } from "@/lib/cart/post-to-cart";
import { getCartContext } from "@/lib/cart/context";
import { listShipments } from "@/lib/cart/shipments";
import { toMedusaAddress } from "@/lib/address/medusa-address";
import { requireRegionId } from "@/lib/catalog/regions";
import { saveToAddressBook, requireSavedAddress } from "@/lib/checkout/address-book";
import { applyDefaults } from "@/lib/checkout/defaults";
import { listSteps, type Step } from "@/lib/checkout/steps";
import { AppError } from "@/lib/errors";
import type { addressSchema } from "@/lib/address/schema";

type TypedAddress = z.output<typeof addressSchema>;

export type Contact = {
  email: string;
  /** A saved address, or a typed one, with whether to save it. */
  deliverTo: { savedId: string } | { typed: TypedAddress; shouldSave: boolean };
  /** Undefined: the same as the shipping address. */
  billing: TypedAddress | undefined;
};

/** The country of the saved address, and the steps of the checkout with it. */
export type SavedContact = { country: string; steps: Step[] };

/**
 * Saves e-mail and addresses to the shopper's cart.
 * @param withDefaults whether to choose delivery and payment as well, as far as that can be done without asking
 * @throws AppError "not-deliverable" if the country is in another region than the cart, "invalid", "cart-empty",
 *   "signed-out" for a saved address without a session, "unavailable"
 */
export async function saveContact(contact: Contact, withDefaults: boolean): Promise<SavedContact> {
  const { email, deliverTo, billing } = contact;
  const context = await getCartContext();
  const { session } = context;
  const shipping =
    "savedId" in deliverTo ? await requireSavedAddress(deliverTo.savedId, session) : deliverTo.typed;
  const active = await findActiveCartFor(context);
  if (!active) throw new AppError("cart-empty");
  if (!active.cart.region?.countries.some(({ iso_2 }) => iso_2 === shipping.country)) {
    // Has the error for a country that no region has.
    await requireRegionId(shipping.country);
    const field = "savedId" in deliverTo ? "savedAddress" : "shipping.country";
    throw new AppError("not-deliverable", {
      fields: { [field]: "Please switch the shop to that country first: prices differ." },
    });
  }
  const changed = await postToCart(active, "", {
    email,
    shipping_address: toMedusaAddress(shipping),
    billing_address: toMedusaAddress(billing ?? shipping),
  });
  if (session && "typed" in deliverTo && deliverTo.shouldSave) await saveToAddressBook(shipping, session);
  if (withDefaults) await applyDefaults(changed);
  return { country: shipping.country, steps: listSteps({ shipments: listShipments(changed.cart) }) };
}
