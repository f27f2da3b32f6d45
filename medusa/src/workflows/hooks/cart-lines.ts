import {
  addToCartWorkflow,
  refreshCartItemsWorkflow,
  updateLineItemInCartWorkflow,
} from "@medusajs/medusa/core-flows";
import { requireOffered } from "../../carts/for-sale";
import { refreshShipping } from "../../carts/shipped";

// Both workflows refuse what has no price by themselves.
addToCartWorkflow.hooks.validate(async ({ input, cart }, { container }) => {
  const variantIds = (input.items ?? []).flatMap(({ variant_id }) => variant_id ?? []);
  await requireOffered(container, variantIds, cart.sales_channel_id);
});

// Fewer is always allowed, and so is none: it is how a shopper gets rid of it.
updateLineItemInCartWorkflow.hooks.validate(async ({ input, cart }, { container }) => {
  const items = (cart.items ?? []) as { id: string; variant_id?: string | null; quantity: unknown }[];
  const item = items.find(({ id }) => id === input.item_id);
  const isMore = Number(input.update.quantity ?? 0) > Number(item?.quantity ?? 0);
  if (item?.variant_id && isMore) await requireOffered(container, [item.variant_id], cart.sales_channel_id);
});

// Every change of a cart ends here, before the amount to pay is set.
refreshCartItemsWorkflow.hooks.beforeRefreshingPaymentCollection(async ({ input }, { container }) => {
  await refreshShipping(container, input.cart_id);
});
