import { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "@medusajs/framework/zod";
import { leaves } from "./leaves";
import { Source, sources } from "./sources";
import { Stale, unique } from "./stale";

/** An event of Medusa's: what happened, and to which entity. */
export interface Change {
  event: string;
  id: string;
}

const subject = z.object({ id: z.string(), handle: z.string().optional() });

/** What the storefront must forget because of these changes, each thing once. */
export async function findStale(container: MedusaContainer, changes: Change[]): Promise<Stale[]> {
  const found = await Promise.all(
    sources.map((source) => {
      const ids = changes.filter(({ event }) => source.events.includes(event)).map(({ id }) => id);
      return ids.length ? staleBy(container, source, [...new Set(ids)]) : [];
    }),
  );
  return unique(found.flat());
}

async function staleBy(
  container: MedusaContainer,
  { type, entity, path }: Source,
  ids: string[],
): Promise<Stale[]> {
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
