import { randomUUID } from "node:crypto";
import { zodValidator } from "@medusajs/framework";
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { Modules } from "@medusajs/framework/utils";
import { z } from "@medusajs/framework/zod";
import { ORDER_LINK_REQUESTED, type OrderLinkRequest } from "../../../order-links/events";

const MAX_NUMBER = 2_147_483_647;

const bodySchema = z.object({
  number: z.number().int().min(1).max(MAX_NUMBER),
  email: z.string().email().max(254).toLowerCase(),
});

/**
 * Mails a link to an order, if its number and the e-mail address that it was placed with belong together. The response
 * and its time are the same if they do not.
 *
 * 202 `{}` · 400 invalid input · 429
 */
export async function POST(request: MedusaRequest, response: MedusaResponse): Promise<void> {
  const { number, email } = await zodValidator(bodySchema, request.body);
  const data: OrderLinkRequest = { number, email, request: randomUUID() };
  await request.scope.resolve(Modules.EVENT_BUS).emit({ name: ORDER_LINK_REQUESTED, data });
  response.status(202).json({});
}
