import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

/**
 * Whether the customer is in any group, and so may see other prices. The group itself is not revealed.
 *
 * 200 `{ is_in_group }` · 401 invalid token
 */
export async function GET(request: AuthenticatedMedusaRequest, response: MedusaResponse): Promise<void> {
  const { data } = await request.scope.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "customer_group",
    fields: ["id"],
    filters: { customers: { id: request.auth_context.actor_id } },
    pagination: { take: 1 },
  });
  response.json({ is_in_group: data.length > 0 });
}
