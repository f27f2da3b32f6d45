import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { toProvinceCode } from "../../addresses/province";

/** Where a shopkeeper's own address stands: nothing is found by it, and it is read as it is. */
const OWN_ADDRESS = /^\/admin\/stock-locations\b/;

/**
 * Gives every province that comes in the one form that Medusa compares by, whoever sends it and however it was typed:
 * those of addresses, of tax regions and of zones of delivery. "CA" and "us-ca" would never meet otherwise.
 */
export function normalizeProvinces(
  request: MedusaRequest,
  _response: MedusaResponse,
  next: MedusaNextFunction,
) {
  const body: unknown = request.body;
  if (isRecord(body) && !OWN_ADDRESS.test(request.originalUrl)) {
    const { shipping_address, billing_address, address, geo_zones } = body;
    const zones = Array.isArray(geo_zones) ? (geo_zones as unknown[]) : [];
    for (const holder of [body, shipping_address, billing_address, address, ...zones])
      normalizeAddress(holder);
  }
  next();
}

function normalizeAddress(holder: unknown): void {
  if (!isRecord(holder) || typeof holder.country_code !== "string") return;
  for (const field of ["province", "province_code"]) {
    const typed = holder[field];
    if (typeof typed === "string") holder[field] = toProvinceCode(typed, holder.country_code);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
