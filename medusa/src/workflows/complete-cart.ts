import type { ConfirmVariantInventoryWorkflowInputDTO } from "@medusajs/framework/types";
import { completeCartWorkflow, confirmVariantInventoryWorkflow } from "@medusajs/medusa/core-flows";
import { requireChecksum, type ChecksumCart } from "../carts/checksum";
import { requireCountryInRegion } from "../carts/countries";
import { requireOfferedShippingOptions, type ShippingCart } from "../carts/shipping-options";
import { requireValidDiscounts, type DiscountedCart } from "../carts/discounts";
import { getSalesContext, requireForSale } from "../carts/for-sale";

/**
 * Refuses to order a cart that differs from what was agreed to. The workflow reads the cart once, under the lock that
 * every change of a cart takes, and orders the cart that the hook receives.
 *
 * Also refuses what the shop does not offer at this moment: items, discounts, delivery. Medusa checks only some of
 * it, and stock only while creating the order; when that fails, it may not undo everything, and the order stays
 * without stock and unpaid (medusajs/medusa#16825, 2.21.2). A completed cart passes, because it is requested again
 * after a lost response.
 */
completeCartWorkflow.hooks.validate(async ({ cart, input }, { container }) => {
  if (cart.completed_at) return;
  const { sales_channel_id, items } = cart as unknown as Cart;
  await requireForSale(container, listVariantIds(items), await getSalesContext(container, cart.id));
  await requireCountryInRegion(container, cart as unknown as ShippingCart);
  await requireOfferedShippingOptions(container, cart as unknown as ShippingCart);
  await requireValidDiscounts(container, cart as unknown as DiscountedCart);
  requireChecksum(cart as ChecksumCart, (input as { checksum?: string | null }).checksum);
  await confirmVariantInventoryWorkflow(container).run({
    input: { sales_channel_id, items, variants: items.map(({ variant }) => variant) },
  });
});

/** The `variant_id` stays on a line whose variant is deleted, so that `requireForSale` refuses that line too. */
function listVariantIds(items: Cart["items"]): string[] {
  return items.flatMap(({ variant_id }) => variant_id ?? []);
}

/** The hook's type leaves out fields that the workflow has read. */
type Cart = Pick<ConfirmVariantInventoryWorkflowInputDTO, "sales_channel_id"> & {
  items: (Item & { variant: Variant })[];
};
type Item = ConfirmVariantInventoryWorkflowInputDTO["items"][number];
type Variant = ConfirmVariantInventoryWorkflowInputDTO["variants"][number];
