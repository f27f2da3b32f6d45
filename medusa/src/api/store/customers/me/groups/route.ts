import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

/**
 * Whether the customer is in a group of customers, whose prices may differ from everybody's. Which one is the
 * shopkeeper's matter.
 *
 * 200 `{ is_in_group }` · 401 the token is not valid
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
