import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { Modules } from "@medusajs/framework/utils";
import type { StartedPayment } from "./start-payment";

/** Sends what has become of a payment, with the order's owner if there is an order. `none`: no payment was begun. */
export async function sendSettlement(
  request: MedusaRequest,
  response: MedusaResponse,
  settlement: StartedPayment | { status: "none" },
): Promise<void> {
  if (settlement.status !== "ordered") return void response.status(200).json(settlement);
  const { id, customer_id } = await request.scope
    .resolve(Modules.ORDER)
    .retrieveOrder(settlement.orderId, { select: ["id", "customer_id"] });
  const { status, checksum } = settlement;
  response.status(200).json({ status, checksum, order: { id, customer_id } });
}
