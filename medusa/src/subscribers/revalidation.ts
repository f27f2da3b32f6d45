import { container, type SubscriberArgs, type SubscriberConfig } from "@medusajs/framework";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { env } from "../env";
import { Batch } from "../revalidation/batch";
import { findInvalidations, type EntityEvent } from "../revalidation/find-invalidations";
import { sendInvalidations, isConnectionRefused } from "../revalidation/send-invalidations";
import { addChangedProducts } from "../search/affected";
import { sources } from "../revalidation/sources";
import type { CacheInvalidation } from "../revalidation/cache-invalidations";

// One edit emits several events within a few milliseconds, an order one for each line.
const BATCH_MS = 250;

// Invalidations are sent twice. Next dates a page by the end of its rendering, so a page whose rendering overlaps the
// first message may contain old data and still count as newer.
const REPEAT_DELAY_MS = 2_000;

const batch = new Batch<EntityEvent>(BATCH_MS, sendBatch);

/** Notifies the storefront of every change to what its pages show. */
export default function revalidate({ event }: SubscriberArgs<{ id: string }>): Promise<void> {
  if (!isScript()) batch.add([{ event: event.name, id: event.data.id }]);
  return Promise.resolve();
}

export const config: SubscriberConfig = { event: sources.flatMap(({ events }) => events) };

/**
 * `medusa exec` runs in "server" mode and exits before a batch is sent; after the seed there is nothing to
 * revalidate.
 */
function isScript(): boolean {
  return container.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig.workerMode === "server";
}

async function sendBatch(changes: EntityEvent[]): Promise<void> {
  try {
    const invalidations = await refreshSearch(await findInvalidations(container, changes));
    await sendInvalidations(invalidations);
    setTimeout(() => void sendAgain(invalidations), REPEAT_DELAY_MS);
  } catch (error) {
    logFailure(error);
  }
}

/** Updates the search index first, because the storefront reads it as soon as it is told. */
async function refreshSearch(invalidations: CacheInvalidation[]): Promise<CacheInvalidation[]> {
  try {
    return await addChangedProducts(container, invalidations);
  } catch (error) {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
    logger.error("The search index was not updated", error instanceof Error ? error : undefined);
    return invalidations;
  }
}

async function sendAgain(invalidations: CacheInvalidation[]): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
  try {
    await sendInvalidations(invalidations);
    logger.info(
      `Revalidated ${invalidations.map(({ type, handle, id }) => `${type} ${handle ?? id}`).join(", ")}`,
    );
  } catch (error) {
    logFailure(error);
  }
}

function logFailure(error: unknown): void {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
  if (isConnectionRefused(error)) logger.info(`No storefront at ${env.storefrontUrl} to revalidate`);
  else logger.error("The storefront was not told of a change", error instanceof Error ? error : undefined);
}
