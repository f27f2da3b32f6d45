import "server-only";
import { cacheLife, cacheTag } from "next/cache";
import { z } from "zod";
import { orWhileBuilding } from "@/lib/catalog/offline";
import { TAGS } from "@/lib/catalog/tags";
import { readPublic } from "@/lib/medusa/client";
import { listOf, optionalText, parseAnswer } from "@/lib/medusa/parse";

export type Category = { handle: string; name: string; description: string };

const categorySchema = z.object({ handle: z.string(), name: z.string(), description: optionalText });
const categoriesAnswer = z.object({ product_categories: listOf(categorySchema, "category") });

/** The shop's categories in the admin's order. */
export async function listCategories(): Promise<Category[]> {
  "use cache";
  cacheLife("max");
  cacheTag(TAGS.categories);
  const query = { limit: 100, order: "rank", fields: "handle,name,description,rank" };
  const { product_categories } = await orWhileBuilding({ product_categories: [] }, async () =>
    parseAnswer(categoriesAnswer, await readPublic("/store/product-categories", query)),
  );
  return product_categories.map(({ handle, name, description }) => ({
    handle,
    name,
    description: description ?? "",
  }));
}

export async function getCategory(handle: string): Promise<Category | null> {
  return (await listCategories()).find((category) => category.handle === handle) ?? null;
}
