import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";

const LOCK_TIMEOUT_SECONDS = 30;

/**
 * Carts with the same thing in them, or the same promotion, become orders one after the other, so that the last one of
 * it is still there, or seen to be gone, when an order looks (see workflows/complete-cart). The locking module's provider decides how
 * far this reaches: the one in memory, for one process.
 */
export async function serializeCartCompletion(
  request: MedusaRequest,
  response: MedusaResponse,
  next: MedusaNextFunction,
) {
  const keys = await listLockKeys(request);
  const complete = () =>
    new Promise<void>((resolve) => {
      // Gone while it waited: nobody would end its turn.
      if (response.closed) return resolve();
      response.once("close", resolve);
      next();
    });
  await request.scope.resolve(Modules.LOCKING).execute(keys, complete, { timeout: LOCK_TIMEOUT_SECONDS });
}

/** In one order everywhere, so that no two carts wait for each other. */
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
