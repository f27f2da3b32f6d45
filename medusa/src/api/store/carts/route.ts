import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import type { CreateCartWorkflowInputDTO, MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import { refetchCart } from "@medusajs/medusa/api/store/carts/helpers";
import { createCartWorkflow } from "@medusajs/medusa/core-flows";
import { consumeLimit } from "../../guards/rate-limit";
import { getSalesContext, requireForSale } from "../../../carts/for-sale";
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
  await requireForSaleIn(scope, variantIds, validatedBody);
  const { result } = await createCartWorkflow(scope).run({ input: { ...validatedBody, customer_id } });
  // Checks the region that Medusa has chosen when none was given.
  if (!validatedBody.region_id)
    await requireForSale(scope, variantIds, await getSalesContext(scope, result.id));
  await refreshShipping(scope, result.id);
  const cart = await refetchCart(result.id, scope, request.queryConfig.fields);
  response.json({ cart });
}

async function requireForSaleIn(
  container: MedusaContainer,
  variantIds: string[],
  { region_id, sales_channel_id }: CreateCartWorkflowInputDTO,
): Promise<void> {
  if (variantIds.length === 0 || !region_id) return;
  const { currency_code } = await container.resolve(Modules.REGION).retrieveRegion(region_id);
  await requireForSale(container, variantIds, { region_id, currency_code, sales_channel_id });
}
