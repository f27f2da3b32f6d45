import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http";

/**
 * Cart fields that the storefront reads beyond Medusa's defaults. Medusa silently drops every field whose full path
 * is not allowed. `cart-variants.ts` adds the variants of the lines.
 */
const CART_FIELDS = ["customer.has_account"];

/**
 * Sales channels of a product. With a single channel Medusa does not check membership; the storefront does
 * (lib/catalog/reshape.ts).
 */
const PRODUCT_FIELDS = ["sales_channels.id"];

/** Parcels of an order with their tracking numbers, and the tax rates of its lines, in lists as well. */
const ORDER_FIELDS = [
  "items.tax_lines",
  "items.tax_lines.rate",
  "fulfillments.id",
  "fulfillments.packed_at",
  "fulfillments.shipped_at",
  "fulfillments.delivered_at",
  "fulfillments.canceled_at",
  "fulfillments.items.line_item_id",
  "fulfillments.items.quantity",
  "fulfillments.labels.tracking_number",
  "fulfillments.labels.tracking_url",
  "payment_collections.captured_amount",
  "payment_collections.refunded_amount",
  "payment_collections.payments.amount",
  "payment_collections.payments.canceled_at",
  "payment_collections.payments.provider_id",
];

export function allowOrderFields(
  request: MedusaRequest,
  _response: MedusaResponse,
  next: MedusaNextFunction,
) {
  request.allowed = [...(request.allowed ?? []), ...ORDER_FIELDS];
  next();
}

export function allowProductFields(
  request: MedusaRequest,
  _response: MedusaResponse,
  next: MedusaNextFunction,
) {
  request.allowed = [...(request.allowed ?? []), ...PRODUCT_FIELDS];
  next();
}

export function allowCartFields(request: MedusaRequest, _response: MedusaResponse, next: MedusaNextFunction) {
  request.allowed = [...(request.allowed ?? []), ...CART_FIELDS];
  next();
}
