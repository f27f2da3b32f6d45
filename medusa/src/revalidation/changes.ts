import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "@medusajs/framework/zod";
import { leaves } from "./leaves";
import { sources, type Source } from "./sources";
import { unique, type Stale } from "./stale";

/** An event of Medusa's: what happened, and to which entity. */
export interface Change {
  event: string;
  id: string;
}

const subject = z.object({ id: z.string(), handle: z.string().optional() });

/** What the storefront must forget because of these changes, each thing once. */
export async function findStale(container: MedusaContainer, changes: Change[]): Promise<Stale[]> {
  const reads = sources.map((source) => {
    const own = changes.filter(({ event }) => source.events.includes(event));
    return staleBy(container, source, [...new Set(own.map(({ id }) => id))]);
  });
  return unique((await Promise.all(reads)).flat());
}

async function staleBy(
  container: MedusaContainer,
  { type, entity, path }: Source,
  ids: string[],
): Promise<Stale[]> {
  if (!ids.length) return [];
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity,
    fields: type === "region" ? ["id"] : ["id", "handle"].map((field) => [...path, field].join(".")),
    filters: { id: ids },
    // What was just deleted is looked up like everything else: its page must go.
    withDeleted: true,
  });
  return leaves(data, path).flatMap((leaf) => {
    const parsed = subject.safeParse(leaf);
    return parsed.success ? [{ type, ...parsed.data }] : [];
  });
}
