import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { MedusaError } from "@medusajs/framework/utils";
import { refetchCart } from "@medusajs/medusa/api/store/carts/helpers";
import { refreshPromotions, removeCodes } from "../../../../../promotions/cart-promotions";
import { requireCode } from "../../../../../promotions/find";
import { listCodes, MAX_CODES } from "../../../../../promotions/cart-codes";

type CodesRequest = MedusaRequest<{ promo_codes?: string[] }>;

/**
 * Medusa's route with three differences: it finds codes in any case and form, keeps codes that have no effect yet,
 * and returns the status of each. As in Medusa, an empty list removes every code.
 *
 * 200 `{ cart, codes, promotions }`, codes as the shopkeeper spells them · 400 a code does not exist
 */
export async function POST(request: CodesRequest, response: MedusaResponse): Promise<void> {
  const { scope, validatedBody } = request;
  const id = request.params.id ?? "";
  const typed = validatedBody.promo_codes ?? [];
  if (typed.length === 0) await removeCodes(scope, id, await listAll(request));
  if (typed.length > MAX_CODES)
    throw new MedusaError(MedusaError.Types.INVALID_DATA, "These are too many promotion codes.");
  const codes: string[] = [];
  for (const code of new Set(typed)) codes.push(await requireCode(scope, code));
  const { promotions } = await refreshPromotions(scope, id, codes);
  const cart = await refetchCart(id, scope, request.queryConfig.fields);
  response.status(200).json({ cart, codes, promotions });
}

/**
 * Removes codes, also without an effect or deleted.
 *
 * 200 `{ cart }`
 */
export async function DELETE(request: CodesRequest, response: MedusaResponse): Promise<void> {
  const id = request.params.id ?? "";
  await removeCodes(request.scope, id, request.validatedBody.promo_codes ?? []);
  const cart = await refetchCart(id, request.scope, request.queryConfig.fields);
  response.status(200).json({ cart });
}

async function listAll({ params, scope }: CodesRequest): Promise<string[]> {
  const cart = await refetchCart(params.id ?? "", scope, ["id", "metadata", "promotions.code"]);
  const promotions = (cart.promotions ?? []) as ({ code?: string } | null)[];
  const applied = promotions.flatMap((promotion) => promotion?.code ?? []);
  return [...listCodes(cart.metadata), ...applied];
}
