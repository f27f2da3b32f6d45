import "server-only";
import { type BackendCart, parseCart } from "@/lib/cart/backend-cart";
import { findLeftBehind, isIn, moveCartOf } from "@/lib/cart/country";
import { CART_FIELDS } from "@/lib/cart/current";
import type { Holder } from "@/lib/cart/holder";
import { reshapeAddress, toMedusaAddress } from "@/lib/address/medusa-address";
import type { Guest } from "@/lib/cart/merge-carts";
import { makeCart } from "@/lib/cart/opening";
import { listCodes } from "@/lib/cart/refresh-promotions";
import { nameLine, readCountry } from "@/lib/cart/reshape";
import { AppError } from "@/lib/errors";
import type { Country } from "@/lib/markets";
import { callAs } from "@/lib/medusa/client";

/**
 * Writes everything but the lines onto the customer's cart, which is made if there is none: what was entered a moment
 * ago counts for more than what an earlier visit left, and the shop is the one that the shopper is in. What the
 * customer's cart has and that shop does not sell is left behind.
 * @returns the cart, and what to tell the shopper of it
 */
export async function takeOver(
  existing: BackendCart | null,
  holder: Holder,
  { guest }: Guest,
): Promise<{ own: BackendCart; left: string[] }> {
  const country = readCountry(guest);
  const [shipping, billing] = [guest.shipping_address, guest.billing_address].map(reshapeAddress);
  const { own, left } = existing
    ? await bring(existing, holder, { country, isReaddressed: Boolean(shipping) })
    : { own: await makeCart(holder, country), left: [] };
  const body = {
    ...(shipping ? { shipping_address: toMedusaAddress(shipping) } : listCountry(own, guest)),
    ...(billing ? { billing_address: toMedusaAddress(billing) } : {}),
    ...(guest.email ? { email: guest.email } : {}),
  };
  const call = { method: "POST", body, query: { fields: CART_FIELDS } } as const;
  const cart = parseCart(await callAs(holder.identity, `/store/carts/${own.id}`, call));
  for (const code of listCodes(guest)) await bringCode(code, own.id, holder);
  return { own: cart, left };
}

/** A code that is none any more stays behind: that it has ended was said already. */
async function bringCode(code: string, cartId: string, { identity }: Holder): Promise<void> {
  const call = { method: "POST", body: { promo_codes: [code] } } as const;
  await callAs(identity, `/store/carts/${cartId}/promotions`, call).catch((error: unknown) => {
    if (!(error instanceof AppError) || error.code !== "invalid") throw error;
  });
}

/** Another address prices every line anew, which fails for one that is no longer sold. */
async function bring(
  own: BackendCart,
  holder: Holder,
  { country, isReaddressed }: { country: Country; isReaddressed: boolean },
) {
  const isHere = isIn(own, country);
  if (isHere && !isReaddressed) return { own, left: [] };
  const items = await findLeftBehind(own, country);
  if (isHere && items.length === 0) return { own, left: [] };
  const moved = await moveCartOf(holder, { cart: own, country, leftIds: items.map(({ id }) => id) });
  const left = items.map((item) => `${nameLine(item)}: no longer sold here, so it is not in your cart.`);
  return { own: moved, left };
}

/** An address from an earlier visit stays, unless it is in another country. */
function listCountry(own: BackendCart, guest: BackendCart) {
  const country = readCountry(guest);
  return readCountry(own) === country ? {} : { shipping_address: { country_code: country } };
}
