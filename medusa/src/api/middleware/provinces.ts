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
    for (const target of [body, shipping_address, billing_address, address, ...zones])
      normalizeAddress(target);
  }
  next();
}

function normalizeAddress(target: unknown): void {
  if (!isRecord(target) || typeof target.country_code !== "string") return;
  for (const field of ["province", "province_code"]) {
    const typed = target[field];
    if (typeof typed === "string") target[field] = toProvinceCode(typed, target.country_code);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
