import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "@medusajs/framework/zod";
import { getAtPath } from "./get-at-path";
import { sources, type InvalidationSource } from "./sources";
import { deduplicate, type CacheInvalidation } from "./cache-invalidations";

/** An event of Medusa with the id of its entity. */
export interface EntityEvent {
  event: string;
  id: string;
}

const subjectSchema = z.object({ id: z.string(), handle: z.string().optional() });

/** Maps events to invalidations, without duplicates. */
export async function findInvalidations(
  container: MedusaContainer,
  changes: EntityEvent[],
): Promise<CacheInvalidation[]> {
  const queries = sources.map((source) => {
    const own = changes.filter(({ event }) => source.events.includes(event));
    return findInvalidationsOf(container, source, [...new Set(own.map(({ id }) => id))]);
  });
  return deduplicate((await Promise.all(queries)).flat());
}

async function findInvalidationsOf(
  container: MedusaContainer,
  { type, entity, path }: InvalidationSource,
  ids: string[],
): Promise<CacheInvalidation[]> {
  if (!ids.length) return [];
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity,
    fields: type === "region" ? ["id"] : ["id", "handle"].map((field) => [...path, field].join(".")),
    filters: { id: ids },
    // Deleted entities are included, because their pages must go.
    withDeleted: true,
  });
  return getAtPath(data, path).flatMap((leaf) => {
    const parsed = subjectSchema.safeParse(leaf);
    return parsed.success ? [{ type, ...parsed.data }] : [];
  });
}
