import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "@medusajs/framework/zod";
import { findInvalidations } from "./find-invalidations";
import type { CacheInvalidation } from "./cache-invalidations";

/** A span of time, `after` excluded, `until` included. */
export interface TimeSpan {
  after: Date;
  until: Date;
}

const priceLists = z.array(z.object({ id: z.string() }));

/** Products of active price lists that have started or ended within the span. */
export async function findRepricedProducts(
  container: MedusaContainer,
  { after, until }: TimeSpan,
): Promise<CacheInvalidation[]> {
  const range = { $gt: after, $lte: until };
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "price_list",
    fields: ["id"],
    filters: { status: "active", $or: [{ starts_at: range }, { ends_at: range }] },
  });
  const changes = priceLists.parse(data).map(({ id }) => ({ event: "pricing.price-list.updated", id }));
  return findInvalidations(container, changes);
}
