import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "@medusajs/framework/zod";

const productSchema = z.object({
  handle: z.string(),
  title: z.string(),
  subtitle: z.string(),
  description: z.string(),
  material: z.string(),
  care: z.string(),
  origin: z.string(),
  category: z.string(),
  collection: z.string().nullable(),
  options: z.array(z.object({ title: z.string(), values: z.array(z.string()) })),
  variants: z.array(
    z.object({
      sku: z.string(),
      options: z.record(z.string(), z.string()),
      prices: z.object({ usd: z.number(), gbp: z.number(), eur: z.number(), jpy: z.number() }),
      stock: z.number().int(),
    }),
  ),
});

const catalogSchema = z.object({
  categories: z.array(z.object({ handle: z.string(), name: z.string(), description: z.string() })),
  collections: z.array(z.object({ handle: z.string(), title: z.string(), description: z.string() })),
  products: z.array(productSchema),
});

export type CatalogFile = z.infer<typeof catalogSchema>;
export type CatalogFileProduct = z.infer<typeof productSchema>;

/**
 * Reads `catalogue.json` from the seed folder.
 * @throws ZodError for a malformed file, before the seed writes anything
 */
export async function readCatalogFile(folder: string): Promise<CatalogFile> {
  return catalogSchema.parse(JSON.parse(await readFile(join(folder, "catalogue.json"), "utf8")));
}
