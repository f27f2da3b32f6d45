import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { Modules } from "@medusajs/framework/utils";

/** Answers 404 to payment webhooks of unknown providers, which Medusa would queue and fail to process. */
export async function requirePaymentProvider(
  request: MedusaRequest,
  response: MedusaResponse,
  next: MedusaNextFunction,
): Promise<void> {
  const id = `pp_${request.params.provider}`;
  const [provider] = await request.scope.resolve(Modules.PAYMENT).listPaymentProviders({ id: [id] });
  if (provider) return next();
  response.status(404).json({ type: "not_found", message: "There is no such provider." });
}
