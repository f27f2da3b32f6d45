import "server-only";
import { cacheLife, cacheTag } from "next/cache";
import { z } from "zod";
import { isHandle } from "@/lib/catalog/handle";
import { fallbackDuringBuild } from "@/lib/catalog/cache-life";
import { readAll } from "@/lib/medusa/read-all";
import { TAGS } from "@/lib/catalog/cache-tags";
import { toPlainText } from "@/lib/catalog/plain-text";

export type Collection = { handle: string; title: string; description: string };

const entry = z.object({
  handle: z.string(),
  title: z.string(),
  metadata: z.record(z.string(), z.unknown()).nullish().catch(null),
});

/** The shop's collections, oldest first. A collection has no description of its own in Medusa: ours is metadata. @param version as for categories */
export async function listCollections(version = ""): Promise<Collection[]> {
  "use cache";
  cacheLife("max");
  cacheTag(TAGS.collections, `collections:${version}`);
  const query = { order: "created_at", fields: "handle,title,metadata" };
  const list = { key: "collections", entry };
  const found = await fallbackDuringBuild<z.infer<typeof entry>[]>([], () =>
    readAll("/store/collections", list, query),
  );
  return found
    .filter(({ handle }) => isHandle(handle))
    .map(({ handle, title, metadata }) => ({
      handle,
      title,
      description: toPlainText(metadata?.description),
    }));
}

export async function getCollection(handle: string, version = ""): Promise<Collection | null> {
  return (await listCollections(version)).find((collection) => collection.handle === handle) ?? null;
}
