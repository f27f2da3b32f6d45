import "server-only";
import type { StoreCart } from "@medusajs/types";
import type { CustomerSession } from "@/lib/session";

/** Written onto carts that this shop opens for guests. */
export const GUEST_MARK = { holder: "guest" } as const;

/** The SDK's type leaves the customer out. */
export type MedusaCart = StoreCart & { customer?: { id?: string } | null };

type Owner = Pick<CustomerSession, "customerId">;

/**
 * Whether a cart may be shown to, changed by and ordered for this shopper. A customer's cart belongs to that customer.
 * A guest's is one that nobody has signed in for: Medusa links a cart to an account by its mere e-mail address, so the
 * link alone does not make it the account's, and the mark of the shop tells the two apart.
 */
export function isOwnCart(cart: Pick<MedusaCart, "customer" | "metadata">, customer: Owner | null): boolean {
  const owner = cart.customer?.id ?? null;
  if (customer) return owner === customer.customerId;
  return owner === null || cart.metadata?.holder === GUEST_MARK.holder;
}
