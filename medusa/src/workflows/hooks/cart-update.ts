import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils";
import { updateCartWorkflow } from "@medusajs/medusa/core-flows";
import { getSalesContext, requireForSale } from "../../carts/for-sale";

updateCartWorkflow.hooks.validate(async ({ input, cart }, { container }) => {
  await requireNoAccount(container, cart.customer_id ? null : input.customer_id);
  const isMoved = input.region_id !== cart.region?.id;
  if (isMoved || input.shipping_address)
    await requireItemsForSale(container, cart.id, isMoved ? input : undefined);
});

/**
 * Medusa links a guest's cart to the account of the typed address. `api/middleware/guest-email.ts` assigns a guest
 * customer first; this refuses requests that bypass it.
 */
async function requireNoAccount(container: MedusaContainer, customerId: string | null | undefined) {
  if (!customerId) return;
  const { has_account } = await container.resolve(Modules.CUSTOMER).retrieveCustomer(customerId);
  if (has_account) throw new MedusaError(MedusaError.Types.CONFLICT, "The cart has changed. Try again.");
}

/**
 * Requires all items to be for sale in the new region. Medusa re-prices every line after it has stored the address,
 * and does not undo that when a line has no price: the cart would be half in one country and half in another.
 */
async function requireItemsForSale(
  container: MedusaContainer,
  cartId: string,
  region: { region_id?: string | null; currency_code?: string | null } | undefined,
) {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "line_item",
    fields: ["variant_id"],
    filters: { cart_id: cartId },
  });
  const variantIds = data.flatMap(({ variant_id }) => variant_id ?? []);
  await requireForSale(container, variantIds, await getSalesContext(container, cartId, region));
}
