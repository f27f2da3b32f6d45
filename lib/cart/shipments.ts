import type { BackendCart } from "@/lib/cart/backend-cart";
import type { Delivery, Shipment } from "@/lib/cart/cart";

/**
 * The shipments of a cart: one for each shipping profile of its items, with the chosen delivery. A delivery whose
 * shipping option is deleted counts as not chosen.
 */
export function listShipments({ items, shipping_methods, currency_code }: BackendCart): Shipment[] {
  const deliveries = new Map(
    shipping_methods.flatMap((method): [string, Delivery][] => {
      const { shipping_option: option, shipping_option_id: id, name, amount } = method;
      if (!option || !id) return [];
      const price = { amount, currency: currency_code };
      return [[option.shipping_profile_id, { id, name: name ?? "", price }]];
    }),
  );
  const titles = new Map<string, string[]>();
  for (const { requires_shipping, variant, product_title, title } of items) {
    const profileId = variant?.product.shipping_profile?.id;
    if (!requires_shipping || !profileId) continue;
    titles.set(profileId, [...(titles.get(profileId) ?? []), product_title ?? title ?? ""]);
  }
  return [...titles]
    .map(([profileId, names]) => ({
      profileId,
      titles: [...new Set(names)],
      delivery: deliveries.get(profileId) ?? null,
    }))
    .toSorted((a, b) => (a.profileId < b.profileId ? -1 : 1));
}
