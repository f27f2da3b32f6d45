import "server-only";
import { cacheLife, cacheTag } from "next/cache";
import { z } from "zod";
import { isHandle } from "@/lib/catalog/handle";
import { fallbackDuringBuild } from "@/lib/catalog/cache-life";
import { readAll } from "@/lib/medusa/read-all";
import { TAGS } from "@/lib/catalog/cache-tags";
import { toPlainText } from "@/lib/catalog/plain-text";
import { optionalText } from "@/lib/medusa/parse";

/** `parent`: the handle of the category above it, null at the top. */
export type Category = { handle: string; name: string; description: string; parent: string | null };

const entry = z.object({
  id: z.string(),
  handle: z.string(),
  name: z.string(),
  description: optionalText,
  parent_category_id: optionalText,
});

/** The shop's categories in the admin's order. @param version for a page that is rendered for each request (`getVersion`) */
export async function listCategories(version = ""): Promise<Category[]> {
  "use cache";
  cacheLife("max");
  cacheTag(TAGS.categories, `categories:${version}`);
  const query = { order: "rank", fields: "id,handle,name,description,rank,parent_category_id" };
  const list = { key: "product_categories", entry };
  const found = await fallbackDuringBuild<z.infer<typeof entry>[]>([], () =>
    readAll("/store/product-categories", list, query),
  );
  const listed = found.filter(({ handle }) => isHandle(handle));
  const handles = new Map(listed.map(({ id, handle }) => [id, handle]));
  return listed.map(({ handle, name, description, parent_category_id: parent }) => ({
    handle,
    name,
    description: toPlainText(description),
    // Below a hidden category it is at the top, as the hidden one is nowhere.
    parent: handles.get(parent ?? "") ?? null,
  }));
}

export async function getCategory(handle: string, version = ""): Promise<Category | null> {
  return (await listCategories(version)).find((category) => category.handle === handle) ?? null;
}
