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
