import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { refreshPromotions } from "../../../../../../promotions/cart-promotions";

/** 200 `{ changed, promotions }`: whether the cart's discounts are others now, and how each of its codes stands. */
export async function POST(request: MedusaRequest, response: MedusaResponse): Promise<void> {
  response.status(200).json(await refreshPromotions(request.scope, request.params.id ?? ""));
}
