import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { sendSettlement } from "../../../../../../payments/send-settlement";
import { settlePaymentOfCart } from "../../../../../../payments/settle-payment";

/** Settles the newest payment of a cart by asking its gateway. 200 with the settlement, see `sendSettlement`. */
export async function POST(request: MedusaRequest, response: MedusaResponse): Promise<void> {
  const settlement = await settlePaymentOfCart(request.scope, request.params.id ?? "");
  await sendSettlement(request, response, settlement ?? { status: "none" });
}
