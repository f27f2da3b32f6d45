import type { MedusaContainer } from "@medusajs/framework/types";
import { reconcile } from "../search/reconcile";

/** Finds and corrects documents of the search index that differ from the catalogue. */
export default async function reconcileSearch(container: MedusaContainer): Promise<void> {
  await reconcile(container);
}

export const config = { name: "reconcile-search", schedule: "41 3 * * *" };
