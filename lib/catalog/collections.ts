import "server-only";
import { cacheLife, cacheTag } from "next/cache";
import { z } from "zod";
import { orWhileBuilding } from "@/lib/catalog/offline";
import { TAGS } from "@/lib/catalog/tags";
import { readPublic } from "@/lib/medusa/client";
import { listOf, parseAnswer } from "@/lib/medusa/parse";

export type Collection = { handle: string; title: string; description: string };

const collectionSchema = z.object({
  handle: z.string(),
  title: z.string(),
  metadata: z.record(z.string(), z.unknown()).nullish().catch(null),
});
const collectionsAnswer = z.object({ collections: listOf(collectionSchema, "collection") });

/** The shop's collections, oldest first. A collection has no description of its own in Medusa: ours is metadata. */
export async function listCollections(): Promise<Collection[]> {
  "use cache";
  cacheLife("max");
  cacheTag(TAGS.collections);
  const query = { limit: 100, order: "created_at", fields: "handle,title,metadata" };
  const { collections } = await orWhileBuilding({ collections: [] }, async () =>
    parseAnswer(collectionsAnswer, await readPublic("/store/collections", query)),
  );
  return collections.map(({ handle, title, metadata }) => ({
    handle,
    title,
    description: typeof metadata?.description === "string" ? metadata.description : "",
  }));
}

export async function getCollection(handle: string): Promise<Collection | null> {
  return (await listCollections()).find((collection) => collection.handle === handle) ?? null;
}
