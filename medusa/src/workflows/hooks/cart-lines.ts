import {
  addToCartWorkflow,
  refreshCartItemsWorkflow,
  updateLineItemInCartWorkflow,
} from "@medusajs/medusa/core-flows";
import { requireOffered } from "../../carts/for-sale";
import { refreshShipping } from "../../carts/refresh-shipping";

// Both workflows refuse variants without a price by themselves.
addToCartWorkflow.hooks.validate(async ({ input, cart }, { container }) => {
  const variantIds = (input.items ?? []).flatMap(({ variant_id }) => variant_id ?? []);
  await requireOffered(container, variantIds, cart.sales_channel_id);
});

// Lower quantities are always allowed, so that a shopper can remove what is not for sale.
updateLineItemInCartWorkflow.hooks.validate(async ({ input, cart }, { container }) => {
  const items = (cart.items ?? []) as { id: string; variant_id?: string | null; quantity: unknown }[];
  const item = items.find(({ id }) => id === input.item_id);
  const isMore = Number(input.update.quantity ?? 0) > Number(item?.quantity ?? 0);
  if (item?.variant_id && isMore) await requireOffered(container, [item.variant_id], cart.sales_channel_id);
});

// Runs at the end of every change of a cart, before the amount to pay is set.
refreshCartItemsWorkflow.hooks.beforeRefreshingPaymentCollection(async ({ input }, { container }) => {
  await refreshShipping(container, input.cart_id);
});
