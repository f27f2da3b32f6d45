import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import type { CreateCartWorkflowInputDTO } from "@medusajs/framework/types";
import { refetchCart } from "@medusajs/medusa/api/store/carts/helpers";
import { createCartWorkflow } from "@medusajs/medusa/core-flows";
import { countFor } from "../../guards/rate-limit";
import { requireOffered } from "../../../carts/for-sale";
import { findOrCreateGuest } from "../../../carts/guest-customer";
import { refreshShipping } from "../../../carts/shipped";
import { readActorId } from "../../../tokens/actor";

/**
 * Medusa's own opening of a cart, except that an address which a guest types makes it a guest's, never that of the
 * account with that address, and that nothing gets in that is not for sale.
 */
export async function POST(
  request: MedusaRequest<CreateCartWorkflowInputDTO>,
  response: MedusaResponse,
): Promise<void> {
  const { scope, validatedBody } = request;
  const { email } = validatedBody;
  const findGuest = (address: string) => findOrCreateGuest(scope, address, () => countFor(request, "guest"));
  const customer_id = readActorId(request) ?? (email ? await findGuest(email) : undefined);
  const variantIds = (validatedBody.items ?? []).flatMap(({ variant_id }) => variant_id ?? []);
  // The workflow refuses what has no price by itself.
  await requireOffered(scope, variantIds, validatedBody.sales_channel_id);
  const { result } = await createCartWorkflow(scope).run({ input: { ...validatedBody, customer_id } });
  await refreshShipping(scope, result.id);
  const cart = await refetchCart(result.id, scope, request.queryConfig.fields);
  response.json({ cart });
}
