import "server-only";
import { cacheLife, cacheTag } from "next/cache";
import { z } from "zod";
import { isHandle } from "@/lib/catalog/handle";
import { fallbackDuringBuild } from "@/lib/catalog/cache-life";
import { readAll } from "@/lib/medusa/read-all";
import { TAGS } from "@/lib/catalog/cache-tags";
import { toPlainText } from "@/lib/catalog/plain-text";
import { optionalText } from "@/lib/medusa/parse";

export type Category = { handle: string; name: string; description: string };

const entry = z.object({ handle: z.string(), name: z.string(), description: optionalText });

/** The shop's categories in the admin's order. @param version for a page that is rendered for each request (`getVersion`) */
export async function listCategories(version = ""): Promise<Category[]> {
  "use cache";
  cacheLife("max");
  cacheTag(TAGS.categories, `categories:${version}`);
  const query = { order: "rank", fields: "handle,name,description,rank" };
  const list = { key: "product_categories", entry };
  const found = await fallbackDuringBuild<z.infer<typeof entry>[]>([], () =>
    readAll("/store/product-categories", list, query),
  );
  return found
    .filter(({ handle }) => isHandle(handle))
    .map(({ handle, name, description }) => ({ handle, name, description: toPlainText(description) }));
}

export async function getCategory(handle: string, version = ""): Promise<Category | null> {
  return (await listCategories(version)).find((category) => category.handle === handle) ?? null;
}
