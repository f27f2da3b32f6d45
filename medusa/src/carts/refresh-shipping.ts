import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";
import { type CurrentVariant, readOptionProfiles, readVariants } from "./variants";

const FIELDS = [
  "items.id",
  "items.requires_shipping",
  "items.variant_id",
  "shipping_methods.id",
  "shipping_methods.shipping_option_id",
];

interface Cart {
  items?: (Item | null)[] | null;
  shipping_methods?: { id: string; shipping_option_id?: string | null }[] | null;
}
interface Item {
  id: string;
  requires_shipping: boolean;
  variant_id?: string | null;
}

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
  const methods = cart.shipping_methods ?? [];
  const variants = await readVariants(
    container,
    items.flatMap(({ variant_id }) => variant_id ?? []),
  );
  const profiles = await readOptionProfiles(
    container,
    methods.flatMap(({ shipping_option_id }) => shipping_option_id ?? []),
  );
  const lines = items.map((item) => {
    const variant = variants.get(item.variant_id ?? "");
    return { item, profileId: variant?.shippingProfileId, isShipped: requiresShipping(item, variant) };
  });
  const carts = container.resolve(Modules.CART);
  const corrections = lines.flatMap(({ item, isShipped: requires_shipping }) =>
    item.requires_shipping === requires_shipping ? [] : [{ id: item.id, requires_shipping }],
  );
  if (corrections.length > 0) await carts.updateLineItems(corrections);
  const needed = new Set(lines.filter((line) => line.isShipped).map(({ profileId }) => profileId));
  const unneeded = methods.filter(({ shipping_option_id }) => {
    const profile = profiles.get(shipping_option_id ?? "");
    return profile ? !needed.has(profile) : needed.size === 0;
  });
  if (unneeded.length > 0) await carts.softDeleteShippingMethods(unneeded.map(({ id }) => id));
}

/** @param variant undefined when deleted; the line then keeps its value */
function requiresShipping({ requires_shipping }: Item, variant: CurrentVariant | undefined): boolean {
  if (!variant) return requires_shipping;
  return Boolean(variant.shippingProfileId) && !variant.isNeverShipped;
}
