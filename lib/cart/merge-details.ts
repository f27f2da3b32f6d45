import "server-only";
import { type BackendCart, parseCart } from "@/lib/cart/backend-cart";
import { CART_FIELDS } from "@/lib/cart/current";
import type { Holder } from "@/lib/cart/holder";
import { toMedusaAddress } from "@/lib/cart/medusa-address";
import type { Guest } from "@/lib/cart/merge-carts";
import { makeCart } from "@/lib/cart/opening";
import { readCountry, reshapeAddress } from "@/lib/cart/reshape";
import { callAs } from "@/lib/medusa/client";

/**
 * Writes everything but the lines onto the customer's cart, which is made if there is none: what was entered a moment
 * ago counts for more than what an earlier visit left, and the shop is the one that the shopper is in.
 */
export async function takeOver(
  existing: BackendCart | null,
  holder: Holder,
  { guest }: Guest,
): Promise<BackendCart> {
  const own = existing ?? (await makeCart(holder, readCountry(guest)));
  const [shipping, billing] = [guest.shipping_address, guest.billing_address].map(reshapeAddress);
  const body = {
    region_id: guest.region_id,
    ...(shipping ? { shipping_address: toMedusaAddress(shipping) } : listCountry(own, guest)),
    ...(billing ? { billing_address: toMedusaAddress(billing) } : {}),
    ...(guest.email ? { email: guest.email } : {}),
    promo_codes: [...new Set([own, guest].flatMap(listCodes))],
  };
  const call = { method: "POST", body, query: { fields: CART_FIELDS } } as const;
  return parseCart(await callAs(holder.identity, `/store/carts/${own.id}`, call));
}

/** An address from an earlier visit stays, unless it is in another country. */
function listCountry(own: BackendCart, guest: BackendCart) {
  const country = readCountry(guest);
  return readCountry(own) === country ? {} : { shipping_address: { country_code: country } };
}

function listCodes({ promotions }: BackendCart): string[] {
  return promotions.flatMap(({ code, is_automatic }) => (is_automatic ? [] : [code]));
}
