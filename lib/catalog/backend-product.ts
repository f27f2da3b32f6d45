import "server-only";
import { z } from "zod";
import { listOf, optionalAmount, optionalText, parseAnswer } from "@/lib/medusa/parse";

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
  options: listOf(z.object({ option_id: optionalText, value: z.string() }), "option value"),
  calculated_price: priceSchema.nullish().catch(null),
});
export type BackendVariant = z.infer<typeof variantSchema>;

const categorySchema = z.object({
  handle: z.string(),
  name: z.string(),
  is_active: z.boolean().nullish().catch(null),
  is_internal: z.boolean().nullish().catch(null),
});

export const productSchema = z.object({
  id: z.string(),
  handle: z.string(),
  title: z.string(),
  subtitle: optionalText,
  description: optionalText,
  material: optionalText,
  metadata: z.record(z.string(), z.unknown()).nullish().catch(null),
  created_at: optionalText,
  thumbnail: optionalText,
  images: listOf(z.object({ url: z.string() }), "picture"),
  options: listOf(z.object({ id: z.string(), title: z.string() }), "option"),
  categories: listOf(categorySchema, "category"),
  collection: z.object({ handle: z.string(), title: z.string() }).nullish().catch(null),
  variants: listOf(variantSchema, "variant"),
  sales_channels: z.array(z.unknown()).nullish().catch(null),
});

/** Medusa's own product, as far as the shop reads it. Categories, a collection or prices of it may be gone. */
export type BackendProduct = z.infer<typeof productSchema>;

const productsAnswer = z.object({ products: listOf(productSchema, "product"), count: z.number() });

/** One page of a list of products; `count` is that of all pages. @throws AppError "unavailable" */
export function parseProducts(answer: unknown): z.infer<typeof productsAnswer> {
  return parseAnswer(productsAnswer, answer);
}
