import { zodValidator } from "@medusajs/framework";
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils";
import { z } from "@medusajs/framework/zod";
import { getOrderDetailWorkflow } from "@medusajs/medusa/core-flows";
import { env } from "../../../../env";
import { hashEmail, unsealOrderLink } from "../../../../order-links/seal";

const bodySchema = z.object({ token: z.string() });

/**
 * The order of a mailed link, with the fields that `GET /store/orders/:id` allows. The token is the only credential, and
 * opens this one order. A POST, so that no log has the token.
 *
 * 200 `{ order }` · 404 a token that is not valid, has ended, or was mailed to a former address of the order
 */
export async function POST(request: MedusaRequest, response: MedusaResponse): Promise<void> {
  const { token } = await zodValidator(bodySchema, request.body);
  const link = env.jwtSecret ? unsealOrderLink(token, env.jwtSecret) : null;
  if (!link || !(await belongsTo(request, link))) throw createNotFoundError();
  const { result } = await getOrderDetailWorkflow(request.scope).run({
    input: {
      fields: request.queryConfig.fields,
      order_id: link.order,
      filters: { is_draft_order: false },
    },
  });
  response.json({ order: result });
}

/** Whether the order still has the address that the link was mailed to. */
async function belongsTo(
  request: MedusaRequest,
  { order, email }: { order: string; email: string },
): Promise<boolean> {
  const query = request.scope.resolve(ContainerRegistrationKeys.QUERY);
  const { data } = await query.graph({ entity: "order", fields: ["email"], filters: { id: order } });
  const owner = (data[0] as { email?: string | null } | undefined)?.email;
  return Boolean(owner) && hashEmail(owner ?? "") === email;
}

function createNotFoundError(): MedusaError {
  return new MedusaError(MedusaError.Types.NOT_FOUND, "This link opens no order.");
}
