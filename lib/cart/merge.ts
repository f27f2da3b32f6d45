import "server-only";
import type { StoreCartLineItem } from "@medusajs/types";
import { recordAuditEntry } from "@/lib/audit";
import { MAX_LINE_QUANTITY } from "@/lib/cart/cart";
import { clearCartId } from "@/lib/cart/cookie";
import { CART_FIELDS, readOpenCartOf } from "@/lib/cart/current";
import { holdAs, holdAsGuest, type Holder } from "@/lib/cart/holder";
import { toMedusaAddress } from "@/lib/cart/medusa-address";
import { makeCart } from "@/lib/cart/opening";
import type { MedusaCart } from "@/lib/cart/ownership";
import { reshapeAddress } from "@/lib/cart/reshape";
import { getProduct } from "@/lib/catalog/products";
import { AppError } from "@/lib/errors";
import { DEFAULT_COUNTRY, findMarket, type Country } from "@/lib/market";
import { callAs } from "@/lib/medusa/client";
import type { CustomerSession } from "@/lib/session";

type Carts = { guest: MedusaCart; guestHolder: Holder; own: MedusaCart; ownHolder: Holder };

/**
 * Moves what a guest has chosen into the customer's own cart and leaves the guest's cart behind, whose id an earlier
 * visitor of this browser may know. Line by line, so that an outage half-way neither loses nor doubles anything: the
 * rest follows at the next occasion. Only in a server action or route handler.
 */
export async function mergeGuestCart(session: CustomerSession): Promise<void> {
  try {
    const guestHolder = await holdAsGuest();
    const guest = await readOpenCartOf(guestHolder);
    if (guest?.items?.length) await merge({ session, guest, guestHolder });
    if (guestHolder.cartId) await clearCartId();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    console.error("a guest's cart is not merged yet:", error.code, error.cause);
  }
}

type Merge = { session: CustomerSession; guest: MedusaCart; guestHolder: Holder };

async function merge({ session, guest, guestHolder }: Merge): Promise<void> {
  const ownHolder = await holdAs(session);
  const country = readCountry(guest);
  const existing = await readOpenCartOf(ownHolder);
  const own = existing?.items?.length ? existing : await takePlace({ existing, ownHolder, guest, country });
  const carts = { guest, guestHolder, own, ownHolder: { ...ownHolder, cartId: own.id } };
  for (const item of guest.items ?? []) await moveLine(item, carts);
  const { id: sessionId, customerId } = session;
  const lines = guest.items?.length ?? 0;
  await recordAuditEntry({ type: "cart.merged", customerId, sessionId, cartId: own.id, lines });
}

type Place = { existing: MedusaCart | null; ownHolder: Holder; guest: MedusaCart; country: Country };

/** An empty cart of the customer's is as good as none: the guest's country, addresses and codes go on. */
async function takePlace({ existing, ownHolder, guest, country }: Place): Promise<MedusaCart> {
  const own = existing ?? (await makeCart(ownHolder, country));
  const [shipping, billing] = [guest.shipping_address, guest.billing_address].map(reshapeAddress);
  const codes = (guest.promotions ?? []).flatMap(({ code, is_automatic }) =>
    code && !is_automatic ? [code] : [],
  );
  const body = {
    region_id: guest.region_id,
    shipping_address: shipping ? toMedusaAddress(shipping) : { country_code: country },
    ...(guest.email ? { email: guest.email } : {}),
    ...(billing ? { billing_address: toMedusaAddress(billing) } : {}),
    ...(codes.length > 0 ? { promo_codes: codes } : {}),
  };
  const call = { method: "POST", body, query: { fields: CART_FIELDS } } as const;
  const path = `/store/carts/${own.id}`;
  return (await callAs<{ cart: MedusaCart }>(ownHolder.identity, path, call)).cart;
}

/** Adds one line to the customer's cart, as far as there is stock, and takes it out of the guest's. */
async function moveLine(
  item: StoreCartLineItem,
  { guest, guestHolder, own, ownHolder }: Carts,
): Promise<void> {
  const inCart = own.items?.find(({ variant_id }) => variant_id === item.variant_id)?.quantity ?? 0;
  const quantity = Math.min(item.quantity, (await readLimit(item, own)) - inCart);
  if (quantity > 0) await addLine({ variant_id: item.variant_id, quantity }, { own, ownHolder });
  const path = `/store/carts/${guest.id}/line-items/${item.id}`;
  await callAs(guestHolder.identity, path, { method: "DELETE" });
}

/** What the catalogue does not know yet, the backend says: a line that has just sold out stays behind. */
async function addLine(body: object, { own, ownHolder }: Pick<Carts, "own" | "ownHolder">): Promise<void> {
  try {
    await callAs(ownHolder.identity, `/store/carts/${own.id}/line-items`, { method: "POST", body });
  } catch (error) {
    if (!(error instanceof AppError) || error.code === "unavailable") throw error;
  }
}

async function readLimit(item: StoreCartLineItem, cart: MedusaCart): Promise<number> {
  const product = await getProduct(readCountry(cart), item.product_handle ?? "");
  const variant = product?.variants.find(({ id }) => id === item.variant_id);
  return Math.min(variant?.available ?? MAX_LINE_QUANTITY, MAX_LINE_QUANTITY);
}

function readCountry(cart: MedusaCart): Country {
  return findMarket(cart.shipping_address?.country_code ?? "")?.country ?? DEFAULT_COUNTRY;
}
