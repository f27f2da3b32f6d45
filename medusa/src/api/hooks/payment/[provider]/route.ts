import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { Modules } from "@medusajs/framework/utils";
import { settlePayment } from "../../../../payments/settle-payment";

/**
 * Notices of a gateway, in place of Medusa's route, which would order without looking at amount and cart. The provider
 * checks the signature; then the payment is settled as for a return. The gateway repeats what is not answered with 200.
 *
 * 200 taken, or about nothing of ours · 401 not signed by the gateway · 404 no such provider · 5xx try again
 */
export async function POST(request: MedusaRequest, response: MedusaResponse): Promise<void> {
  const { rawBody, headers } = request as MedusaRequest & { rawBody?: Buffer };
  const payload = {
    data: (request.body ?? {}) as Record<string, unknown>,
    rawData: rawBody ?? "",
    headers: headers as Record<string, unknown>,
  };
  const notice = await request.scope
    .resolve(Modules.PAYMENT)
    .getWebhookActionAndData({ provider: request.params.provider ?? "", payload });
  const sessionId = notice.data?.session_id;
  if (sessionId) await settlePayment(request.scope, sessionId);
  response.sendStatus(200);
}
