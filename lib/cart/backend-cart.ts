import "server-only";
import { z } from "zod";
import { medusaAddressSchema } from "@/lib/address/medusa-address";
import { lineSchema, purchaseFields, shippingMethodSchema } from "@/lib/cart/backend-purchase";
import { strictList, lenientList, optionalText, parseResponse } from "@/lib/medusa/parse";

/** The fields to request from Medusa for a `BackendCart`. */
export const CART_FIELDS = [
  "id,completed_at,email,currency_code,region_id,metadata,customer.id,customer.has_account",
  "original_shipping_total,shipping_subtotal,tax_total,credit_line_total,total",
  "*items,items.subtotal,items.original_total,*shipping_address,*billing_address,*shipping_methods",
  "*promotions,promotions.application_method.value,promotions.application_method.type",
  "payment_collection.id,payment_collection.payment_sessions.provider_id",
  // The backend adds the variants of the lines and the options of the shipping methods (medusa/src/api/cart-variants.ts).
  "sales_channel_id,region.id,*region.countries",
].join(",");

const idSchema = z.object({ id: z.string() });

/** The current product of a line's variant; null if it is gone. */
const variantSchema = z.object({
  id: z.string(),
  product: z.object({
    handle: z.string(),
    status: z.string(),
    sales_channels: lenientList(idSchema, "sales channel"),
    shipping_profile: idSchema.nullish().catch(null),
  }),
});

const cartLineSchema = lineSchema.extend({
  requires_shipping: z.boolean().catch(true),
  variant: variantSchema.nullish().catch(null),
});
export type BackendCartLine = z.infer<typeof cartLineSchema>;

const cartSchema = z.object({
  ...purchaseFields,
  items: strictList(cartLineSchema),
  shipping_methods: strictList(
    shippingMethodSchema.extend({
      shipping_option: z.object({ shipping_profile_id: z.string() }).nullish().catch(null),
    }),
  ),
  sales_channel_id: optionalText,
  region: z
    .object({ countries: lenientList(z.object({ iso_2: z.string() }), "country") })
    .nullish()
    .catch(null),
  completed_at: optionalText,
  region_id: optionalText,
  metadata: z.record(z.string(), z.unknown()).nullish().catch(null),
  // Decides who may see the cart, so an invalid value must fail instead of counting as no owner.
  customer: z.object({ id: z.string(), has_account: z.boolean().nullish() }).nullish(),
  shipping_address: medusaAddressSchema.nullish(),
  billing_address: medusaAddressSchema.nullish(),
  payment_collection: z
    .object({
      id: z.string(),
      payment_sessions: lenientList(z.object({ provider_id: z.string() }), "payment session"),
    })
    .nullish(),
});

/** Medusa's cart, with the fields of CART_FIELDS that the shop reads. For `lib` alone. */
export type BackendCart = z.infer<typeof cartSchema>;

const cartResponse = z.object({ cart: cartSchema });
const deletionResponse = z.object({ parent: cartSchema });
const collectionResponse = z.object({ payment_collection: z.object({ id: z.string() }) });

/** The cart in a response. @throws AppError "unavailable" */
export function parseCart(response: unknown): BackendCart {
  return parseResponse(cartResponse, response).cart;
}

/** The cart that is left, in the response to the deletion of a line. @throws AppError "unavailable" */
export function parseRemainingCart(response: unknown): BackendCart {
  return parseResponse(deletionResponse, response).parent;
}

/** The id of the payment collection in a response. @throws AppError "unavailable" */
export function parsePaymentCollectionId(response: unknown): string {
  return parseResponse(collectionResponse, response).payment_collection.id;
}
