import "server-only";
import type { Holder } from "@/lib/cart/holder";
import type { MedusaCart } from "@/lib/cart/ownership";
import { DEFAULT_COUNTRY, findMarket, type Country } from "@/lib/market";

/** What a guest has put together, before it becomes a customer's. */
export type Guest = { guest: MedusaCart; guestHolder: Holder };

/** Both carts, and in whose name each is called. */
export type Carts = Guest & { own: MedusaCart; ownHolder: Holder };

export function readCountry(cart: MedusaCart): Country {
  return findMarket(cart.shipping_address?.country_code ?? "")?.country ?? DEFAULT_COUNTRY;
}
