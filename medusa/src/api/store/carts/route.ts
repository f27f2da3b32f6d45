import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import type { CreateCartWorkflowInputDTO } from "@medusajs/framework/types";
import { refetchCart } from "@medusajs/medusa/api/store/carts/helpers";
import { createCartWorkflow } from "@medusajs/medusa/core-flows";
import { countFor } from "../../guards/rate-limit";
import { findOrCreateGuest } from "../../../carts/guest-customer";
import { readActorId } from "../../../tokens/actor";

/**
 * Medusa's own opening of a cart, except that an address which a guest types makes it a guest's, never that of the
 * account with that address.
 */
export async function POST(
  request: MedusaRequest<CreateCartWorkflowInputDTO>,
  response: MedusaResponse,
): Promise<void> {
  const { scope, validatedBody } = request;
  const { email } = validatedBody;
  const findGuest = (address: string) => findOrCreateGuest(scope, address, () => countFor(request, "guest"));
  const customer_id = readActorId(request) ?? (email ? await findGuest(email) : undefined);
  const { result } = await createCartWorkflow(scope).run({ input: { ...validatedBody, customer_id } });
  const cart = await refetchCart(result.id, scope, request.queryConfig.fields);
  response.json({ cart });
}
