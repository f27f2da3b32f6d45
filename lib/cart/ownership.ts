import "server-only";
import type { BackendCart } from "@/lib/cart/backend-cart";
import type { CustomerSession } from "@/lib/session/session";

type Owner = Pick<CustomerSession, "customerId">;

/**
 * Whether a cart may be shown to, changed by and ordered for this shopper. A customer's cart belongs to that customer.
 * A guest's belongs to nobody, or to the customer without an account that the backend makes of a guest's address. The
 * backend refuses an account's cart to everybody else as well; neither relies on the other.
 */
export function isOwnCart(
  { customer: owner }: Pick<BackendCart, "customer">,
  customer: Owner | null,
): boolean {
  return customer ? owner?.id === customer.customerId : !owner?.has_account;
}
