import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { ClockWindow } from "../revalidation/clock-window";
import { sendInvalidations, isConnectionRefused } from "../revalidation/send-invalidations";
import { findRepricedProducts } from "../revalidation/price-boundaries";

const INTERVAL_MS = 5_000;

const window = new ClockWindow();

/**
 * Lets the storefront know when a price list has begun or ended: Medusa emits no event for it. What cannot be delivered
 * is delivered at a later run, and what passed while the backend was down at the first.
 */
export default async function revalidatePriceBoundaries(container: MedusaContainer): Promise<void> {
  const span = window.next(Date.now());
  try {
    await sendInvalidations(await findRepricedProducts(container, span));
    window.finish(span);
  } catch (error) {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
    if (isConnectionRefused(error)) logger.debug("No storefront to tell of new prices");
    else
      logger.error("The storefront was not told of new prices", error instanceof Error ? error : undefined);
  }
}

export const config = { name: "revalidate-price-boundaries", schedule: { interval: INTERVAL_MS } };
