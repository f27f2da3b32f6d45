import "server-only";
import type { BackendCart } from "@/lib/cart/backend-cart";
import type { Holder } from "@/lib/cart/holder";

/** What a guest has put together, before it becomes a customer's. */
export type Guest = { guest: BackendCart; guestHolder: Holder };

/** Both carts, and in whose name each is called. */
export type Carts = Guest & { own: BackendCart; ownHolder: Holder };
