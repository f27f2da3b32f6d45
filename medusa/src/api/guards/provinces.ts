import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { toProvinceCode } from "../../addresses/province";

/** The shop's own address; Medusa looks nothing up by its province. */
const OWN_ADDRESS = /^\/admin\/stock-locations\b/;

/**
 * Converts the provinces of addresses, tax regions and service zones to the form that Medusa compares, whoever sends
 * them. "CA" and "us-ca" would not match otherwise.
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
