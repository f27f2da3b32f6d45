import "server-only";
import { z } from "zod";
import { strictList, lenientList, optionalAmount, optionalText } from "@/lib/medusa/parse";

/** A line of a cart or an order. Its product may be gone; the line keeps the titles from when it was created. */
export const lineSchema = z.object({
  id: z.string(),
  title: optionalText,
  product_title: optionalText,
  product_handle: optionalText,
  variant_id: optionalText,
  variant_title: optionalText,
  thumbnail: optionalText,
  quantity: z.number(),
  unit_price: z.number(),
  compare_at_unit_price: optionalAmount,
  is_tax_inclusive: z.boolean().nullish().catch(null),
  subtotal: z.number(),
  original_total: z.number(),
  created_at: optionalText,
});
export type BackendLine = z.infer<typeof lineSchema>;

export const shippingMethodSchema = z.object({
  shipping_option_id: optionalText,
  name: optionalText,
  amount: z.number(),
});

const promotionSchema = z.object({
  code: z.string(),
  is_automatic: z.boolean().nullish().catch(null),
  application_method: z
    .object({ type: optionalText, value: z.coerce.number().nullish().catch(null) })
    .nullish()
    .catch(null),
});
export type BackendPromotion = z.infer<typeof promotionSchema>;

/** The fields that carts and orders share. Totals are computed from the amounts, so these are required. */
export const purchaseFields = {
  id: z.string(),
  currency_code: z.string(),
  email: optionalText,
  items: strictList(lineSchema),
  shipping_methods: strictList(shippingMethodSchema),
  promotions: lenientList(promotionSchema, "promotion"),
  shipping_subtotal: z.number(),
  original_shipping_total: z.number(),
  tax_total: z.number(),
  credit_line_total: z.number(),
  total: z.number(),
};
