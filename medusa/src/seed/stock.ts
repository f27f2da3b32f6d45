import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import { createInventoryLevelsWorkflow } from "@medusajs/medusa/core-flows";
import type { CatalogFileProduct } from "./catalog-file";

/** Seeds the stock of each variant at one location. */
export async function seedStock(
  container: MedusaContainer,
  products: CatalogFileProduct[],
  locationId: string,
): Promise<void> {
  const stock = new Map(
    products.flatMap(({ variants }) => variants.map((variant) => [variant.sku, variant.stock])),
  );
  const items = await container
    .resolve(Modules.INVENTORY)
    .listInventoryItems({ sku: [...stock.keys()] }, { select: ["id", "sku"], take: stock.size });
  const inventory_levels = items.map(({ id, sku }) => ({
    inventory_item_id: id,
    location_id: locationId,
    stocked_quantity: stock.get(sku ?? "") ?? 0,
  }));
  await createInventoryLevelsWorkflow(container).run({ input: { inventory_levels } });
}
