import { zodValidator } from "@medusajs/framework";
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { z } from "@medusajs/framework/zod";
import { sendSettlement } from "../../../../../payments/send-settlement";
import { startPayment } from "../../../../../payments/start-payment";

const bodySchema = z.object({ checksum: z.string().max(64), country: z.string().regex(/^[a-z]{2}$/) });

/**
 * Begins the payment of a cart at the gateway of its payment session.
 *
 * 200 `{ status: "redirect", url }`: the shopper pays there · 200 with the settlement of an earlier payment, see
 * `sendSettlement` · 400 the cart cannot be ordered as it was agreed to
 */
export async function POST(request: MedusaRequest, response: MedusaResponse): Promise<void> {
  const { checksum, country } = await zodValidator(bodySchema, request.body ?? {});
  const cartId = request.params.id ?? "";
  await sendSettlement(request, response, await startPayment(request.scope, { cartId, checksum, country }));
}
