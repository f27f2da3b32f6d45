import "server-only";
import type { Holder } from "@/lib/cart/holder";
import type { MedusaCart } from "@/lib/cart/ownership";

/** What a guest has put together, before it becomes a customer's. */
export type Guest = { guest: MedusaCart; guestHolder: Holder };

/** Both carts, and in whose name each is called. */
export type Carts = Guest & { own: MedusaCart; ownHolder: Holder };
