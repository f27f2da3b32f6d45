import type { AuthenticatedMedusaRequest, MedusaRequest } from "@medusajs/framework/http";

/** The id of the requesting customer, by a token that the middleware has accepted; undefined for a guest. */
export function readActorId(request: MedusaRequest): string | undefined {
  return (request as Partial<AuthenticatedMedusaRequest>).auth_context?.actor_id;
}
