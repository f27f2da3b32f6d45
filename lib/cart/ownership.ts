import "server-only";
import type { BackendCart } from "@/lib/cart/backend-cart";
import type { CustomerSession } from "@/lib/session/session";

type Owner = Pick<CustomerSession, "customerId">;

/**
 * Whether a cart belongs to the shopper. A customer's cart has that customer's id. A guest's has no customer, or one
 * without an account, which the backend creates from a guest's e-mail address. The backend checks this independently.
 * @param customer null for a guest
 */
export function isOwnCart(
  { customer: owner }: Pick<BackendCart, "customer">,
  customer: Owner | null,
): boolean {
  return customer ? owner?.id === customer.customerId : !owner?.has_account;
}
