import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { ClockWindow } from "../revalidation/clock-window";
import { sendInvalidations, isConnectionRefused } from "../revalidation/send-invalidations";
import { findRepricedProducts } from "../revalidation/price-boundaries";
import { refreshAffected } from "../search/affected";

const INTERVAL_MS = 5_000;

const window = new ClockWindow();

/**
 * Notifies the storefront when a price list has started or ended, for which Medusa emits no event. Failed
 * notifications are repeated by a later run; the first run covers the time the backend was down.
 */
export default async function revalidatePriceBoundaries(container: MedusaContainer): Promise<void> {
  const span = window.next(Date.now());
  try {
    const repriced = await findRepricedProducts(container, span);
    await refreshAffected(container, repriced);
    await sendInvalidations(repriced);
    window.finish(span);
  } catch (error) {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
    if (isConnectionRefused(error)) logger.debug("No storefront to tell of new prices");
    else
      logger.error("The storefront was not told of new prices", error instanceof Error ? error : undefined);
  }
}

export const config = { name: "revalidate-price-boundaries", schedule: { interval: INTERVAL_MS } };
