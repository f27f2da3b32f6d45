import { z } from "@medusajs/framework/zod";

/** Optional text; null for any other type. */
export const text = z.string().nullish().catch(null);

/** A list without nulls: referenced entities may have been deleted. */
export const compact = <S extends z.ZodType>(entry: S) =>
  z
    .array(entry.nullable())
    .nullish()
    .transform((entries) => (entries ?? []).filter((each) => each !== null));

const addressSchema = z.object({
  first_name: text,
  last_name: text,
  company: text,
  address_1: text,
  address_2: text,
  city: text,
  province: text,
  postal_code: text,
  country_code: text,
});

const amount = z.number().nullish().catch(null);

const lineSchema = z.object({
  id: text,
  title: text,
  product_title: text,
  variant_title: text,
  /** The URL of the picture of what was ordered, in its colour. */
  thumbnail: text,
  quantity: z.number(),
  is_tax_inclusive: z.boolean().nullish().catch(null),
  subtotal: z.number(),
  original_total: z.number(),
});

const orderSchema = z.object({
  id: z.string(),
  status: text,
  /** Whether the shopkeeper wants no mail to be sent about the order. */
  no_notification: z.boolean().nullish().catch(null),
  display_id: z.number(),
  email: text,
  currency_code: z.string(),
  items: compact(lineSchema),
  shipping_methods: compact(z.object({ name: text })),
  shipping_address: addressSchema.nullish(),
  payment_collections: compact(z.object({ refunded_amount: amount })),
  shipping_subtotal: z.number(),
  original_shipping_total: z.number(),
  tax_total: z.number(),
  credit_line_total: z.number(),
  total: z.number(),
});

export type MailLine = z.infer<typeof lineSchema>;
export type MailAddress = z.infer<typeof addressSchema>;

/** The fields of Medusa's order that mails use. */
export type MailOrder = z.infer<typeof orderSchema>;

/** Fields to query for a `MailOrder`. */
export const MAIL_ORDER_FIELDS = [
  "id",
  "status",
  "no_notification",
  "display_id",
  "email",
  "currency_code",
  "items.*",
  "shipping_methods.name",
  "shipping_address.*",
  "payment_collections.refunded_amount",
  "shipping_subtotal",
  "original_shipping_total",
  "tax_total",
  "credit_line_total",
  "total",
];

/** @throws Error naming the invalid field */
export function parseMailOrder(order: unknown): MailOrder {
  // Amounts are BigNumbers of Medusa, which JSON converts to plain numbers.
  const { data, error } = orderSchema.safeParse(JSON.parse(JSON.stringify(order)));
  if (data) return data;
  const [issue] = error.issues;
  throw new Error(`The order is odd: ${issue?.path.join(".")}: ${issue?.message}`);
}
