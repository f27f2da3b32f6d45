import "server-only";
import { z } from "zod";
import { lenientList, optionalAmount, optionalText, parseResponse } from "@/lib/medusa/parse";

const priceSchema = z.object({
  calculated_amount: optionalAmount,
  original_amount: optionalAmount,
  currency_code: optionalText,
});

const variantSchema = z.object({
  id: z.string(),
  title: optionalText,
  variant_rank: optionalAmount,
  manage_inventory: z.boolean().nullish().catch(null),
  allow_backorder: z.boolean().nullish().catch(null),
  inventory_quantity: optionalAmount,
  thumbnail: optionalText,
  /** Its own, and those of the product that belong to no variant. */
  images: lenientList(z.object({ url: z.string() }), "picture"),
  options: lenientList(z.object({ option_id: optionalText, value: z.string() }), "option value"),
  calculated_price: priceSchema.nullish().catch(null),
});
export type BackendVariant = z.infer<typeof variantSchema>;

const categorySchema = z.object({
  handle: z.string(),
  name: z.string(),
  is_active: z.boolean().nullish().catch(null),
  is_internal: z.boolean().nullish().catch(null),
});

const productSchema = z.object({
  id: z.string(),
  handle: z.string(),
  title: z.string(),
  subtitle: optionalText,
  description: optionalText,
  material: optionalText,
  metadata: z.record(z.string(), z.unknown()).nullish().catch(null),
  created_at: optionalText,
  thumbnail: optionalText,
  images: lenientList(z.object({ url: z.string() }), "picture"),
  options: lenientList(z.object({ id: z.string(), title: z.string() }), "option"),
  categories: lenientList(categorySchema, "category"),
  collection: z.object({ handle: z.string(), title: z.string() }).nullish().catch(null),
  variants: lenientList(variantSchema, "variant"),
  sales_channels: z.array(z.unknown()).nullish().catch(null),
});

/** A product of Medusa's, with the fields that the shop reads. Its categories, collection or prices may be gone. */
export type BackendProduct = z.infer<typeof productSchema>;

const productsResponse = z.object({ products: lenientList(productSchema, "product"), count: z.number() });

/** One page of a list of products; `count` is that of all pages. @throws AppError "unavailable" */
export function parseProducts(response: unknown): z.infer<typeof productsResponse> {
  return parseResponse(productsResponse, response);
}
