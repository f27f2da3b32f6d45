import { completeCartWorkflow } from "@medusajs/medusa/core-flows";
import { requireOrderable, type OrderableCart } from "../carts/orderable";
import { requireAuthorizedPayment } from "../payments/authorized-payment";

/**
 * Refuses to order a cart that differs from what was agreed to, or that is not paid. The workflow reads the cart once,
 * under the lock that every change of a cart takes, and orders the cart that the hook receives.
 *
 * Also refuses what the shop does not offer at this moment: items, discounts, delivery. Medusa checks only some of
 * it, and stock only while creating the order; when that fails, it may not undo everything, and the order stays
 * without stock and unpaid (medusajs/medusa#16825, 2.21.2). A completed cart passes, because it is requested again
 * after a lost response.
 */
completeCartWorkflow.hooks.validate(async ({ cart: read, input }, { container }) => {
  // The hook's type leaves out fields that the workflow has read.
  const cart = read as unknown as OrderableCart;
  if (cart.completed_at) return;
  await requireOrderable(container, cart, (input as { checksum?: string | null }).checksum);
  await requireAuthorizedPayment(cart);
});
