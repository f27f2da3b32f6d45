import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { MedusaError } from "@medusajs/framework/utils";
import { ADMIN_BOUNDS, findViolation, STORE_BOUNDS } from "../../http/bounds";
import { isBodyTypeAllowed } from "../../http/body-type";
import { findQueryViolation } from "../../http/query";
import { isTargetRejected } from "../../http/target";

const AREA = /^\/(store|auth|admin|hooks)(?:\/|$)/i;

/**
 * Checks URL, query and body of a request against bounds before any route reads them. Messages repeat no input,
 * because Medusa logs them.
 */
export function validateInput(request: MedusaRequest, response: MedusaResponse, next: MedusaNextFunction) {
  if (isTargetRejected(request)) throw createInputError("The address of this request cannot be used.");
  const area = AREA.exec(request.path)?.[1]?.toLowerCase();
  if (!area) return next();
  const isAdmin = area === "admin";
  if (!isBodyTypeAllowed(request.headers, request.path))
    return void response.status(415).json({ type: "invalid_data", message: "Please send JSON." });
  const violation =
    findQueryViolation(request.query as Record<string, unknown>, !isAdmin) ??
    findViolation(request.body, isAdmin ? ADMIN_BOUNDS : STORE_BOUNDS);
  if (violation) throw createInputError(violation);
  next();
}

function createInputError(message: string): MedusaError {
  return new MedusaError(MedusaError.Types.INVALID_DATA, message);
}
