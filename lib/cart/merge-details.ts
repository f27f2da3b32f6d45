import "server-only";
import { CART_FIELDS } from "@/lib/cart/current";
import type { Holder } from "@/lib/cart/holder";
import { toMedusaAddress } from "@/lib/cart/medusa-address";
import type { Guest } from "@/lib/cart/merge-carts";
import { makeCart } from "@/lib/cart/opening";
import type { MedusaCart } from "@/lib/cart/ownership";
import { listCodes } from "@/lib/cart/refresh-promotions";
import { readCountry, reshapeAddress } from "@/lib/cart/reshape";
import { AppError } from "@/lib/errors";
import { callAs } from "@/lib/medusa/client";

/**
 * Writes everything but the lines onto the customer's cart, which is made if there is none: what was entered a moment
 * ago counts for more than what an earlier visit left, and the shop is the one that the shopper is in.
 */
export async function takeOver(
  existing: MedusaCart | null,
  holder: Holder,
  { guest }: Guest,
): Promise<MedusaCart> {
  const own = existing ?? (await makeCart(holder, readCountry(guest)));
  const [shipping, billing] = [guest.shipping_address, guest.billing_address].map(reshapeAddress);
  const body = {
    region_id: guest.region_id,
    ...(shipping ? { shipping_address: toMedusaAddress(shipping) } : listCountry(own, guest)),
    ...(billing ? { billing_address: toMedusaAddress(billing) } : {}),
    ...(guest.email ? { email: guest.email } : {}),
  };
  const call = { method: "POST", body, query: { fields: CART_FIELDS } } as const;
  const { cart } = await callAs<{ cart: MedusaCart }>(holder.identity, `/store/carts/${own.id}`, call);
  for (const code of listCodes(guest)) await bringCode(code, own.id, holder);
  return cart;
}

/** A code that is none any more stays behind: that it has ended was said already. */
async function bringCode(code: string, cartId: string, { identity }: Holder): Promise<void> {
  const call = { method: "POST", body: { promo_codes: [code] } } as const;
  await callAs(identity, `/store/carts/${cartId}/promotions`, call).catch((error: unknown) => {
    if (!(error instanceof AppError) || error.code !== "invalid") throw error;
  });
}

/** An address from an earlier visit stays, unless it is in another country. */
function listCountry(own: MedusaCart, guest: MedusaCart) {
  const country = readCountry(guest);
  return readCountry(own) === country ? {} : { shipping_address: { country_code: country } };
}
