import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { Modules } from "@medusajs/framework/utils";

/** Messages about payments come from providers that there are: Medusa would queue any, and log why it could not. */
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
