import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { MedusaError } from "@medusajs/framework/utils";
import { ADMIN_BOUNDS, findFault, STORE_BOUNDS } from "../../http/bounds";
import { isBodyTypeTaken } from "../../http/body-type";
import { findQueryFault } from "../../http/query";
import { isTargetRefused } from "../../http/target";

const AREA = /^\/(store|auth|admin|hooks)(?:\/|$)/i;

/**
 * Bounds everything that a route reads, before the first of them reads it: the address (see http/target), the query,
 * and the body. The sentence of a refusal holds nothing of the input, since Medusa writes it into its log.
 */
export function requireSoundInput(
  request: MedusaRequest,
  response: MedusaResponse,
  next: MedusaNextFunction,
) {
  if (isTargetRefused(request)) throw refusal("The address of this request cannot be used.");
  const area = AREA.exec(request.path)?.[1]?.toLowerCase();
  if (!area) return next();
  const isAdmin = area === "admin";
  if (!isBodyTypeTaken(request.headers, request.path))
    return void response.status(415).json({ type: "invalid_data", message: "Please send JSON." });
  const fault =
    findQueryFault(request.query as Record<string, unknown>, !isAdmin) ??
    findFault(request.body, isAdmin ? ADMIN_BOUNDS : STORE_BOUNDS);
  if (fault) throw refusal(fault);
  next();
}

function refusal(message: string): MedusaError {
  return new MedusaError(MedusaError.Types.INVALID_DATA, message);
}
