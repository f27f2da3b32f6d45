import "server-only";
import { z } from "zod";
import { medusaAddressSchema } from "@/lib/address/medusa-address";
import { purchaseFields } from "@/lib/cart/backend-purchase";
import { strictList, lenientList, optionalText, parseResponse } from "@/lib/medusa/parse";

/** The fields to request from Medusa for a `BackendOrder`. */
export const ORDER_FIELDS = [
  "id,display_id,created_at,email,currency_code,customer_id,customer.id,status",
  "original_shipping_total,shipping_subtotal,tax_total,credit_line_total,total",
  "*items,items.subtotal,items.original_total,*shipping_address,*billing_address,*shipping_methods",
  "*promotions,promotions.application_method.value,promotions.application_method.type",
  "*payment_collections.payments",
].join(",");

const listFields = {
  id: z.string(),
  display_id: z.number(),
  status: z.string().catch("pending"),
  created_at: z.coerce.date().transform((date) => date.toISOString()),
};

const paymentSchema = z.object({ provider_id: z.string(), amount: z.number() });

const orderSchema = z.object({
  ...purchaseFields,
  ...listFields,
  customer_id: optionalText,
  shipping_address: medusaAddressSchema.nullish(),
  billing_address: medusaAddressSchema.nullish(),
  payment_collections: strictList(z.object({ payments: lenientList(paymentSchema, "payment") })),
});

/** Medusa's order, with the fields that the shop reads. For `lib` alone. */
export type BackendOrder = z.infer<typeof orderSchema>;

const summaryLineSchema = z.object({
  quantity: z.number(),
  thumbnail: optionalText,
  product_title: optionalText,
  title: optionalText,
});

const summarySchema = z.object({
  ...listFields,
  currency_code: z.string(),
  total: z.number(),
  items: strictList(summaryLineSchema),
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
