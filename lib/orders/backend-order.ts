import "server-only";
import { z } from "zod";
import { medusaAddressSchema } from "@/lib/address/medusa-address";
import { lineSchema, purchaseFields } from "@/lib/cart/backend-purchase";
import { strictList, lenientList, optionalAmount, optionalText, parseResponse } from "@/lib/medusa/parse";

/** The fields to request from Medusa for a `BackendOrder`. */
export const ORDER_FIELDS = [
  "id,display_id,created_at,email,currency_code,customer_id,customer.id,status",
  "original_shipping_total,shipping_subtotal,tax_total,credit_line_total,total",
  "*items,items.subtotal,items.original_total,*items.detail,items.tax_lines.rate",
  "*shipping_address,*billing_address,*shipping_methods",
  "*promotions,promotions.application_method.value,promotions.application_method.type",
  "payment_collections.captured_amount,payment_collections.refunded_amount",
  "payment_collections.payments.amount,payment_collections.payments.canceled_at",
  "payment_collections.payments.provider_id",
  "fulfillments.id,fulfillments.packed_at,fulfillments.shipped_at,fulfillments.delivered_at",
  "fulfillments.canceled_at,fulfillments.items.line_item_id,fulfillments.items.quantity",
  "fulfillments.labels.tracking_number,fulfillments.labels.tracking_url",
].join(",");

/** The fields to request from Medusa for a `BackendOrderSummary`. */
export const SUMMARY_FIELDS = [
  "id,display_id,created_at,status,total,credit_line_total,currency_code",
  "items.id,items.quantity,items.thumbnail,items.title,items.product_title,*items.detail",
  "payment_collections.captured_amount,payment_collections.refunded_amount",
].join(",");

/** How many of a line have come how far. */
const detailSchema = z.object({
  fulfilled_quantity: optionalAmount,
  shipped_quantity: optionalAmount,
  delivered_quantity: optionalAmount,
  return_requested_quantity: optionalAmount,
  return_received_quantity: optionalAmount,
  return_dismissed_quantity: optionalAmount,
});

/** What the status and the total of an order are computed from, of each line. Totals of returns: tax included. */
const progressFields = {
  quantity: z.number(),
  detail: detailSchema.nullish().catch(null),
  return_received_total: optionalAmount,
  return_dismissed_total: optionalAmount,
};

const orderLineSchema = lineSchema.extend({
  ...progressFields,
  tax_lines: lenientList(z.object({ rate: z.number() }), "tax line"),
});

const collectionFields = { captured_amount: optionalAmount, refunded_amount: optionalAmount };

const labelSchema = z.object({ tracking_number: optionalText, tracking_url: optionalText });

const fulfillmentSchema = z.object({
  id: z.string(),
  packed_at: optionalText,
  shipped_at: optionalText,
  delivered_at: optionalText,
  canceled_at: optionalText,
  items: lenientList(z.object({ line_item_id: optionalText, quantity: z.number() }), "parcel's item"),
  labels: lenientList(labelSchema, "label"),
});

/** Medusa's fulfillment: a parcel. */
export type BackendFulfillment = z.infer<typeof fulfillmentSchema>;

const listFields = {
  id: z.string(),
  display_id: z.number(),
  status: z.string().catch("pending"),
  created_at: z.coerce.date().transform((date) => date.toISOString()),
};

const paymentSchema = z.object({
  provider_id: z.string(),
  amount: z.number(),
  canceled_at: optionalText,
});

const orderSchema = z.object({
  ...purchaseFields,
  ...listFields,
  items: strictList(orderLineSchema),
  fulfillments: lenientList(fulfillmentSchema, "parcel"),
  customer_id: optionalText,
  shipping_address: medusaAddressSchema.nullish(),
  billing_address: medusaAddressSchema.nullish(),
  payment_collections: strictList(
    z.object({ ...collectionFields, payments: lenientList(paymentSchema, "payment") }),
  ),
});

/** Medusa's order, with the fields that the shop reads. For `lib` alone. */
export type BackendOrder = z.infer<typeof orderSchema>;
export type BackendOrderLine = BackendOrder["items"][number];

const summaryLineSchema = z.object({
  ...progressFields,
  thumbnail: optionalText,
  product_title: optionalText,
  title: optionalText,
});

const summarySchema = z.object({
  ...listFields,
  currency_code: z.string(),
  total: z.number(),
  credit_line_total: optionalAmount,
  items: strictList(summaryLineSchema),
  payment_collections: strictList(z.object(collectionFields)),
});

/** Medusa's order in a list. */
export type BackendOrderSummary = z.infer<typeof summarySchema>;

const orderedLineSchema = z.object({
  product_handle: optionalText,
  variant_id: optionalText,
  product_title: optionalText,
  title: optionalText,
  variant_title: optionalText,
  quantity: z.number(),
});

/** A line of an order, with the fields that a reorder needs. */
export type OrderedLine = z.infer<typeof orderedLineSchema>;

const orderResponse = z.object({ order: orderSchema });
const ordersResponse = z.object({ orders: strictList(orderSchema) });
const linesResponse = z.object({
  orders: strictList(z.object({ id: z.string(), items: strictList(orderedLineSchema) })),
});
const summariesResponse = z.object({ orders: lenientList(summarySchema, "order"), count: z.number() });

/** The order in a response. @throws AppError "unavailable" */
export function parseOrder(response: unknown): BackendOrder {
  return parseResponse(orderResponse, response).order;
}

/** The order with this id in a list response, or null. @throws AppError "unavailable" */
export function findOrder(response: unknown, id: string): BackendOrder | null {
  return parseResponse(ordersResponse, response).orders.find((order) => order.id === id) ?? null;
}

/** The lines of the order with this id in a list response, or null. @throws AppError "unavailable" */
export function findOrderLines(response: unknown, id: string): OrderedLine[] | null {
  return parseResponse(linesResponse, response).orders.find((order) => order.id === id)?.items ?? null;
}

/** A page of orders in a list response; `count`: the number on all pages. @throws AppError "unavailable" */
export function parseOrderList(response: unknown): z.infer<typeof summariesResponse> {
  return parseResponse(summariesResponse, response);
}
