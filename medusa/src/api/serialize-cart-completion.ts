import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";

const LOCK_TIMEOUT_SECONDS = 30;

/**
 * Completes carts that share a variant or promotion one after another, so that each sees the stock and uses left by
 * the one before (see workflows/complete-cart). The locking provider defines the scope: in memory, one process.
 */
export async function serializeCartCompletion(
  request: MedusaRequest,
  response: MedusaResponse,
  next: MedusaNextFunction,
) {
  const keys = await listLockKeys(request);
  const complete = () =>
    new Promise<void>((resolve) => {
      // The client has disconnected while waiting; nothing would release the lock.
      if (response.closed) return resolve();
      response.once("close", resolve);
      next();
    });
  await request.scope.resolve(Modules.LOCKING).execute(keys, complete, { timeout: LOCK_TIMEOUT_SECONDS });
}

/** Sorted, so that no two carts can deadlock. */
async function listLockKeys(request: MedusaRequest): Promise<string[]> {
  const { data } = await request.scope.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "cart",
    fields: ["items.variant_id", "promotions.id"],
    filters: { id: request.params.id },
  });
  const variants = data.flatMap((cart) => cart.items ?? []).map((item) => item?.variant_id ?? "");
  const promotions = data
    .flatMap((cart) => cart.promotions ?? [])
    .flatMap((promotion) => promotion?.id ?? []);
  return [...new Set([...variants, ...promotions])].toSorted().map((id) => `complete-cart:${id}`);
}
