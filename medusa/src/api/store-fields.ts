import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http";

/**
 * Cart fields that the storefront reads beyond Medusa's defaults. Medusa silently drops every field whose full path
 * is not allowed.
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
 * Sales channels of a product. With a single channel Medusa does not check membership; the storefront does
 * (lib/catalog/reshape.ts).
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
  // Lifts Medusa's limit of three relations for carts; the list of allowed paths is the limit instead.
  Object.assign(request, { storeRelationsLimit: undefined });
  next();
}
