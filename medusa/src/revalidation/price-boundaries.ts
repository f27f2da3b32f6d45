import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "@medusajs/framework/zod";
import { findInvalidations } from "./find-invalidations";
import type { CacheInvalidation } from "./cache-invalidations";

/** A span of time: `after` is left out of it, `until` is not. */
export interface TimeSpan {
  after: Date;
  until: Date;
}

const priceLists = z.array(z.object({ id: z.string() }));

/** The products whose prices have changed by the clock alone: an active price list of theirs has begun or ended. */
export async function findRepricedProducts(
  container: MedusaContainer,
  { after, until }: TimeSpan,
): Promise<CacheInvalidation[]> {
  const within = { $gt: after, $lte: until };
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "price_list",
    fields: ["id"],
    filters: { status: "active", $or: [{ starts_at: within }, { ends_at: within }] },
  });
  const changes = priceLists.parse(data).map(({ id }) => ({ event: "pricing.price-list.updated", id }));
  return findInvalidations(container, changes);
}
