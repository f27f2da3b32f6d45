import "server-only";
import { cacheLife, cacheTag } from "next/cache";
import { orWhileBuilding } from "@/lib/catalog/offline";
import { TAGS } from "@/lib/catalog/tags";
import { readPublic } from "@/lib/medusa/client";

export type Category = { handle: string; name: string; description: string };

type CategoriesAnswer = {
  product_categories: { handle: string; name: string; description?: string | null }[];
};

/** The shop's categories in the admin's order. */
export async function listCategories(): Promise<Category[]> {
  "use cache";
  cacheLife("max");
  cacheTag(TAGS.categories);
  const query = { limit: 100, order: "rank", fields: "handle,name,description,rank" };
  const { product_categories } = await orWhileBuilding<CategoriesAnswer>({ product_categories: [] }, () =>
    readPublic("/store/product-categories", query),
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
