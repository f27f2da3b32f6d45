import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import type { CacheInvalidation } from "../revalidation/cache-invalidations";
import { sendInvalidations } from "../revalidation/send-invalidations";
import { refreshAllProducts } from "./refresh";

/** How many ids the log names. */
const NAMED = 20;

/**
 * Compares every document with the catalogue, writes those that differ and tells the storefront. A difference means that
 * an event was lost, so it is logged as a warning.
 * @returns how many products were checked, and the ids of those whose documents differed
 */
export async function reconcile(
  container: MedusaContainer,
): Promise<{ checked: number; differing: string[] }> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
  const { checked, changed } = await refreshAllProducts(container);
  const differing = [...changed];
  if (differing.length === 0) {
    logger.info(`The search index agrees with the catalogue (${checked} products).`);
    return { checked, differing };
  }
  const named = differing.slice(0, NAMED).join(", ");
  logger.warn(`The search index differed in ${differing.length} of ${checked} products: ${named}`);
  const invalidations = differing.map((id): CacheInvalidation => ({ type: "product", id, isListed: true }));
  await sendInvalidations(invalidations).catch((error: Error) =>
    logger.error("The storefront was not told of corrected documents", error),
  );
  return { checked, differing };
}
