import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";

interface Cart {
  items?: (Item | null)[] | null;
  shipping_methods?:
    { id: string; shipping_option?: { shipping_profile_id?: string | null } | null }[] | null;
}
interface Item {
  id: string;
  requires_shipping: boolean;
  variant?: {
    product?: { shipping_profile?: { id: string } | null } | null;
    inventory_items?: ({ inventory?: { requires_shipping?: boolean } | null } | null)[] | null;
  } | null;
}

const FIELDS = [
  "items.id",
  "items.requires_shipping",
  "items.variant.product.shipping_profile.id",
  "items.variant.inventory_items.inventory.requires_shipping",
  "shipping_methods.id",
  "shipping_methods.shipping_option.shipping_profile_id",
];

/**
 * Corrects a cart's shipping data after a change. A line requires shipping when its product has a shipping profile
 * and its inventory is shipped; Medusa accepts either, and then cannot complete a cart without a profile. Shipping
 * methods that no line needs are deleted; Medusa keeps the last one.
 */
export async function refreshShipping(container: MedusaContainer, cartId: string): Promise<void> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "cart",
    fields: FIELDS,
    filters: { id: cartId },
  });
  const [cart] = data as Cart[];
  if (!cart) return;
  const items = (cart.items ?? []).flatMap((item) => item ?? []);
  const carts = container.resolve(Modules.CART);
  const wrong = items.filter((item) => item.variant && item.requires_shipping !== requiresShipping(item));
  if (wrong.length > 0)
    await carts.updateLineItems(
      wrong.map((item) => ({ id: item.id, requires_shipping: requiresShipping(item) })),
    );
  const needed = new Set(
    items.filter(requiresShipping).map(({ variant }) => variant?.product?.shipping_profile?.id),
  );
  const idle = (cart.shipping_methods ?? []).filter(({ shipping_option }) => {
    const profile = shipping_option?.shipping_profile_id;
    return profile ? !needed.has(profile) : needed.size === 0;
  });
  if (idle.length > 0) await carts.softDeleteShippingMethods(idle.map(({ id }) => id));
}

/** Deleted variants keep their value. */
function requiresShipping({ requires_shipping, variant }: Item): boolean {
  if (!variant) return requires_shipping;
  const stock = (variant.inventory_items ?? []).flatMap((item) => item?.inventory ?? []);
  const isKeptBack = stock.length > 0 && stock.every((item) => item.requires_shipping === false);
  return Boolean(variant.product?.shipping_profile?.id) && !isKeptBack;
}
