import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";

/**
 * Fills the search index, as part of preparing the database for new sources: a storefront that is built right afterwards
 * finds everything. Without it the backend would do so by itself, some seconds after its start.
 */
export async function buildSearchIndex(container: MedusaContainer): Promise<void> {
  await container.resolve(Modules.SEARCH).reindex({ index: "product" });
}
