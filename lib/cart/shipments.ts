import type { StoreCart } from "@medusajs/types";
import { z } from "zod";
import type { Delivery, Shipment } from "@/lib/cart/cart";

const shippedItem = z.object({
  requires_shipping: z.literal(true),
  product_title: z.string().nullish(),
  title: z.string().catch(""),
  variant: z.object({ product: z.object({ shipping_profile: z.object({ id: z.string() }) }) }),
});

const chosenMethod = z.object({
  name: z.string().catch(""),
  amount: z.number(),
  shipping_option_id: z.string(),
  shipping_option: z.object({ shipping_profile_id: z.string() }),
});

/**
 * What a cart's things are delivered in: one shipment for each shipping profile of theirs, with the delivery that is
 * chosen for it. A method whose option is deleted is none.
 */
export function listShipments({ items, shipping_methods, currency_code }: StoreCart): Shipment[] {
  const deliveries = new Map(
    (shipping_methods ?? []).flatMap((method): [string, Delivery][] => {
      const { data } = chosenMethod.safeParse(method);
      if (!data) return [];
      const price = { amount: data.amount, currency: currency_code };
      return [
        [data.shipping_option.shipping_profile_id, { id: data.shipping_option_id, name: data.name, price }],
      ];
    }),
  );
  const titles = new Map<string, string[]>();
  for (const item of items ?? []) {
    const { data } = shippedItem.safeParse(item);
    if (!data) continue;
    const profileId = data.variant.product.shipping_profile.id;
    titles.set(profileId, [...(titles.get(profileId) ?? []), data.product_title ?? data.title]);
  }
  return [...titles]
    .map(([profileId, names]) => ({
      profileId,
      titles: [...new Set(names)],
      delivery: deliveries.get(profileId) ?? null,
    }))
    .toSorted((a, b) => (a.profileId < b.profileId ? -1 : 1));
}
