import type { AuthenticatedMedusaRequest, MedusaRequest } from "@medusajs/framework/http";

/** The customer who is asking, by a token that the guards have let pass; undefined for a guest. */
export function readActorId(request: MedusaRequest): string | undefined {
  return (request as Partial<AuthenticatedMedusaRequest>).auth_context?.actor_id;
}
