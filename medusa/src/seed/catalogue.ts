import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "@medusajs/framework/zod";

const product = z.object({
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

const catalogue = z.object({
  categories: z.array(z.object({ handle: z.string(), name: z.string(), description: z.string() })),
  collections: z.array(z.object({ handle: z.string(), title: z.string(), description: z.string() })),
  products: z.array(product),
});

export type Catalogue = z.infer<typeof catalogue>;
export type CatalogueProduct = z.infer<typeof product>;

/** Reads `catalogue.json` from the seed folder; a malformed one stops the seed before it writes anything. */
export async function readCatalogue(folder: string): Promise<Catalogue> {
  return catalogue.parse(JSON.parse(await readFile(join(folder, "catalogue.json"), "utf8")));
}
