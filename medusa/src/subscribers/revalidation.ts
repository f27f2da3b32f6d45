import { container, type SubscriberArgs, type SubscriberConfig } from "@medusajs/framework";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { env } from "../env";
import { Batch } from "../revalidation/batch";
import { findStale, type Change } from "../revalidation/changes";
import { deliver, isNotRunning } from "../revalidation/delivery";
import { sources } from "../revalidation/sources";
import type { Stale } from "../revalidation/stale";

// One edit emits several events within a few milliseconds, and an order one for each of its lines.
const BATCH_MS = 250;

// Everything is told twice: Next dates a page by the end of its making, so one that was being made while the first
// message came has read what was before and yet passes for newer than the edit.
const AGAIN_MS = 2_000;

const batch = new Batch<Change>(BATCH_MS, announce);

/** Lets the storefront know of every change to what its pages show. */
export default function revalidate({ event }: SubscriberArgs<{ id: string }>): Promise<void> {
  if (!isScript()) batch.add([{ event: event.name, id: event.data.id }]);
  return Promise.resolve();
}

export const config: SubscriberConfig = { event: sources.flatMap(({ events }) => events) };

/** `medusa exec` runs in "server" mode and ends before a batch does: after the seed there is nothing to revalidate. */
function isScript(): boolean {
  return container.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig.workerMode === "server";
}

async function announce(changes: Change[]): Promise<void> {
  try {
    const stale = await findStale(container, changes);
    await deliver(stale);
    setTimeout(() => void tellAgain(stale), AGAIN_MS);
  } catch (error) {
    report(error);
  }
}

async function tellAgain(stale: Stale[]): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
  try {
    await deliver(stale);
    logger.info(`Revalidated ${stale.map(({ type, handle, id }) => `${type} ${handle ?? id}`).join(", ")}`);
  } catch (error) {
    report(error);
  }
}

function report(error: unknown): void {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
  if (isNotRunning(error)) logger.info(`No storefront at ${env.storefrontUrl} to revalidate`);
  else logger.error("The storefront was not told of a change", error instanceof Error ? error : undefined);
}
