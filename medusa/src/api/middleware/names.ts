import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { hasInvisibleCharacter, hasLink } from "../../mail/shopper-text";

const NAMES = ["first_name", "last_name"];
const MAX_LENGTH = 120;
const MESSAGE = "Please write the name without a link. After a dot, it needs a space.";

/** Refuses names that contain a link, because mails greet by name. */
export function rejectLinksInNames(
  request: MedusaRequest,
  response: MedusaResponse,
  next: MedusaNextFunction,
) {
  const body = (request.body ?? {}) as Record<string, unknown>;
  const addresses = [body, body.shipping_address, body.billing_address, body.address];
  if (!addresses.some(hasUnusableName)) return next();
  response.status(400).json({ type: "invalid_data", code: "unusable_name", message: MESSAGE });
}

function hasUnusableName(address: unknown): boolean {
  if (typeof address !== "object" || address === null) return false;
  return NAMES.some((field) => {
    const name = (address as Record<string, unknown>)[field];
    return (
      typeof name === "string" && (name.length > MAX_LENGTH || hasInvisibleCharacter(name) || hasLink(name))
    );
  });
}
