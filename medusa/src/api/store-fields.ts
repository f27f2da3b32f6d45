import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http";

/**
 * What the shop asks of a cart beyond the fields that Medusa allows. Medusa leaves out, without a word, every field whose
 * full path it does not allow. What a cart's lines are of is added by `cart-variants.ts`.
 */
const CART_FIELDS = ["customer.has_account"];

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
  next();
}
