import type { ConfirmVariantInventoryWorkflowInputDTO } from "@medusajs/framework/types";
import { completeCartWorkflow, confirmVariantInventoryWorkflow } from "@medusajs/medusa/core-flows";
import { requireChecksum, type ChecksumCart } from "../carts/checksum";
import { requireCountryInRegion } from "../carts/countries";
import { requireOfferedShippingOptions, type ShippingCart } from "../carts/shipping-options";
import { requireValidDiscounts, type DiscountedCart } from "../carts/discounts";
import { getSalesContext, requireForSale } from "../carts/for-sale";

/**
 * Nothing is ordered that was not agreed to. The workflow makes the order of the very cart that the hook is given: it
 * has read it once, under the lock that every change of a cart takes.
 *
 * And nothing is ordered that the shop does not give at this moment: things, discounts, deliveries. Medusa looks at some
 * of it, and at stock only while it is making the order; what it does besides at that moment it may then fail to undo:
 * the order stays, without stock and unpaid (medusajs/medusa#16825, 2.21.2).
 * A cart that is an order already is let through: it is asked for again after a lost answer.
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

/** A deleted variant is no variant any more, and so none that is sold. */
function listVariantIds(items: Cart["items"]): string[] {
  return items.flatMap(({ variant_id }) => variant_id ?? []);
}

/** The hook's own type knows nothing of the fields that the workflow has read for it. */
type Cart = Pick<ConfirmVariantInventoryWorkflowInputDTO, "sales_channel_id"> & {
  items: (Item & { variant: Variant })[];
};
type Item = ConfirmVariantInventoryWorkflowInputDTO["items"][number];
type Variant = ConfirmVariantInventoryWorkflowInputDTO["variants"][number];
