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
 * Keeps what a cart says of shipping true after a change. A line is shipped when its product has a shipping profile, and
 * none of its stock says that it is not shipped: Medusa takes either for enough, and could then never complete a cart
 * whose product has no profile. A shipping method that no line needs any more is taken off, with its price: Medusa keeps
 * the last one.
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
  const shipped = items.map((item) => {
    const variant = variants.get(item.variant_id ?? "");
    return { item, profileId: variant?.shippingProfileId, isShipped: isShipped(item, variant) };
  });
  const carts = container.resolve(Modules.CART);
  const wrong = shipped.flatMap(({ item, isShipped: requires_shipping }) =>
    item.requires_shipping === requires_shipping ? [] : [{ id: item.id, requires_shipping }],
  );
  if (wrong.length > 0) await carts.updateLineItems(wrong);
  const needed = new Set(shipped.filter((line) => line.isShipped).map(({ profileId }) => profileId));
  const idle = methods.filter(({ shipping_option_id }) => {
    const profile = profiles.get(shipping_option_id ?? "");
    return profile ? !needed.has(profile) : needed.size === 0;
  });
  if (idle.length > 0) await carts.softDeleteShippingMethods(idle.map(({ id }) => id));
}

/** @param variant undefined when it is deleted: the line then stays as it was */
function isShipped({ requires_shipping }: Item, variant: CurrentVariant | undefined): boolean {
  if (!variant) return requires_shipping;
  return Boolean(variant.shippingProfileId) && !variant.isStockUnshipped;
}
