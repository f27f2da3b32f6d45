import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { refreshPromotions } from "../../../../../../promotions/cart-promotions";

/**
 * Recomputes the cart's promotions.
 *
 * 200 `{ changed, promotions }`: whether its discounts have changed, and the status of each code
 */
export async function POST(request: MedusaRequest, response: MedusaResponse): Promise<void> {
  response.status(200).json(await refreshPromotions(request.scope, request.params.id ?? ""));
}
