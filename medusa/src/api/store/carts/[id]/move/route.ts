import { zodValidator } from "@medusajs/framework";
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { z } from "@medusajs/framework/zod";
import { moveCartWorkflow } from "../../../../../workflows/move-cart";

const MAX_LINES = 500;

const bodySchema = z.object({
  country_code: z.string().length(2),
  remove_item_ids: z.array(z.string().max(64)).max(MAX_LINES).default([]),
});

/**
 * Moves a cart to a country and removes the given lines.
 *
 * 200 `{ id }` · 400 with a code of carts/refusals
 */
export async function POST(request: MedusaRequest, response: MedusaResponse): Promise<void> {
  const body = await zodValidator(bodySchema, request.body ?? {});
  const id = request.params.id ?? "";
  await moveCartWorkflow(request.scope).run({ input: { ...body, id } });
  response.json({ id });
}
