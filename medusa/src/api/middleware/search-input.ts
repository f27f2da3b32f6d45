import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { MedusaError, Modules } from "@medusajs/framework/utils";
import { findSearchViolation } from "../../search/request";

/** Refuses searches that the engine cannot read, or that would keep it busy. Messages repeat no input. */
export function validateSearch(
  request: MedusaRequest,
  _response: MedusaResponse,
  next: MedusaNextFunction,
): void {
  const { fields } = request.scope.resolve(Modules.SEARCH).getIndex("product");
  const violation = findSearchViolation(request.body ?? {}, fields);
  if (violation) throw new MedusaError(MedusaError.Types.INVALID_DATA, violation);
  next();
}
