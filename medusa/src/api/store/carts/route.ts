import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import type { CreateCartWorkflowInputDTO } from "@medusajs/framework/types";
import { refetchCart } from "@medusajs/medusa/api/store/carts/helpers";
import { createCartWorkflow } from "@medusajs/medusa/core-flows";
import { consumeLimit } from "../../middleware/rate-limit";
import { requireOffered } from "../../../carts/for-sale";
import { findOrCreateGuest } from "../../../carts/guest-customer";
import { refreshShipping } from "../../../carts/refresh-shipping";
import { readActorId } from "../../../tokens/actor";

/**
 * Medusa's route with two differences: an e-mail address without a token makes the cart a guest's, never its
 * account's, and only variants that are for sale are accepted.
 */
export async function POST(
  request: MedusaRequest<CreateCartWorkflowInputDTO>,
  response: MedusaResponse,
): Promise<void> {
  const { scope, validatedBody } = request;
  const { email } = validatedBody;
  const findGuest = (address: string) =>
    findOrCreateGuest(scope, address, () => consumeLimit(request, "guest"));
  const customer_id = readActorId(request) ?? (email ? await findGuest(email) : undefined);
  const variantIds = (validatedBody.items ?? []).flatMap(({ variant_id }) => variant_id ?? []);
  // The workflow itself refuses variants without a price.
  await requireOffered(scope, variantIds, validatedBody.sales_channel_id);
  const { result } = await createCartWorkflow(scope).run({ input: { ...validatedBody, customer_id } });
  await refreshShipping(scope, result.id);
  const cart = await refetchCart(result.id, scope, request.queryConfig.fields);
  response.json({ cart });
}
