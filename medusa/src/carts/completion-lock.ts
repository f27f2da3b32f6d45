import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";

const TIMEOUT_SECONDS = 30;

/**
 * Completes carts that share a variant or promotion one after another, so that each sees the stock and uses left by
 * the one before (see workflows/complete-cart). The locking provider defines the scope: in memory, one process.
 */
export async function withCompletionLock<T>(
  container: MedusaContainer,
  cartId: string,
  complete: () => Promise<T>,
): Promise<T> {
  const keys = await listLockKeys(container, cartId);
  return container.resolve(Modules.LOCKING).execute(keys, complete, { timeout: TIMEOUT_SECONDS });
}

/** Sorted, so that no two carts can deadlock. */
async function listLockKeys(container: MedusaContainer, id: string): Promise<string[]> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "cart",
    fields: ["items.variant_id", "promotions.id"],
    filters: { id },
  });
  const variants = data.flatMap((cart) => cart.items ?? []).map((item) => item?.variant_id ?? "");
  const promotions = data
    .flatMap((cart) => cart.promotions ?? [])
    .flatMap((promotion) => promotion?.id ?? []);
  return [...new Set([...variants, ...promotions])].toSorted().map((each) => `complete-cart:${each}`);
}
