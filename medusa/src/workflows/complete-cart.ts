import type { ConfirmVariantInventoryWorkflowInputDTO } from "@medusajs/framework/types";
import { completeCartWorkflow, confirmVariantInventoryWorkflow } from "@medusajs/medusa/core-flows";
import { requireChecksum, type ChecksumCart } from "../carts/checksum";

/**
 * Nothing is ordered that was not agreed to. The workflow makes the order of the very cart that the hook is given: it
 * has read it once, under the lock that every change of a cart takes.
 *
 * And nothing is ordered that is not there. Medusa looks only while it is making the order, and what it does besides at
 * that moment it may then fail to undo: the order stays, without stock and unpaid (medusajs/medusa#16825, 2.21.2).
 * A cart that is an order already is let through: it is asked for again after a lost answer.
 */
completeCartWorkflow.hooks.validate(async ({ cart, input }, { container }) => {
  if (cart.completed_at) return;
  requireChecksum(cart as ChecksumCart, (input as { checksum?: string | null }).checksum);
  const { sales_channel_id, items } = cart as Cart;
  await confirmVariantInventoryWorkflow(container).run({
    input: { sales_channel_id, items, variants: items.map(({ variant }) => variant) },
  });
});

/** The hook's own type knows nothing of the fields that the workflow has read for it. */
type Cart = Pick<ConfirmVariantInventoryWorkflowInputDTO, "sales_channel_id"> & {
  items: (Item & { variant: Variant })[];
};
type Item = ConfirmVariantInventoryWorkflowInputDTO["items"][number];
type Variant = ConfirmVariantInventoryWorkflowInputDTO["variants"][number];
