import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http";

/**
 * What the shop asks of a cart beyond the fields that Medusa allows. Medusa leaves out, without a word, every field whose
 * full path it does not allow: whether a line is still for sale, what is delivered together, and whose cart it is.
 */
const CART_FIELDS = [
  "customer.has_account",
  "items.variant.id",
  "items.variant.product.handle",
  "items.variant.product.status",
  "items.variant.product.sales_channels.id",
  "items.variant.product.shipping_profile.id",
  "shipping_methods.shipping_option.shipping_profile_id",
];

/**
 * Whether a product is in a sales channel. With a single channel Medusa does not look, and serves what has been taken out
 * of it: the storefront leaves out what is in none (lib/catalog/reshape.ts).
 */
const PRODUCT_FIELDS = ["sales_channels.id"];

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
  // Medusa's limit for carts is three relations; the list of allowed fields, whole paths all of them, is a limit as well.
  Object.assign(request, { storeRelationsLimit: undefined });
  next();
}
