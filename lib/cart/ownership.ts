import "server-only";
import type { StoreCart } from "@medusajs/types";
import type { CustomerSession } from "@/lib/session";

/** The SDK's type leaves the customer out. */
export type MedusaCart = StoreCart & { customer?: { id?: string; has_account?: boolean } | null };

type Owner = Pick<CustomerSession, "customerId">;

/**
 * Whether a cart may be shown to, changed by and ordered for this shopper. A customer's cart belongs to that customer.
 * A guest's belongs to nobody, or to the customer without an account that the backend makes of a guest's address. The
 * backend refuses an account's cart to everybody else as well; neither relies on the other.
 */
export function isOwnCart(
  { customer: owner }: Pick<MedusaCart, "customer">,
  customer: Owner | null,
): boolean {
  return customer ? owner?.id === customer.customerId : !owner?.has_account;
}
