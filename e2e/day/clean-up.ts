import { type AdminApi, AdminRefusal } from "./admin-api";
import type { CreatedIds } from "./shopkeeper";

/** Where each of them is deleted; what is used by others comes later. */
const PATHS: [keyof CreatedIds, string][] = [
  ["promotions", "/promotions"],
  ["priceLists", "/price-lists"],
  ["taxRates", "/tax-rates"],
  ["categories", "/product-categories"],
  ["collections", "/collections"],
  ["products", "/products"],
  ["deliveries", "/shipping-options"],
  ["profiles", "/shipping-profiles"],
  ["groups", "/customer-groups"],
];

/** Takes everything away that the day has made; products that an order still waits for stay as drafts. */
export async function cleanUp(admin: AdminApi, made: CreatedIds): Promise<void> {
  for (const [name, path] of PATHS)
    await Promise.all(
      made[name].map(async (id) => {
        if (await isRemoved(admin, `${path}/${id}`)) return;
        if (name === "products") await admin.post(`${path}/${id}`, { status: "draft" }).catch(ignoreRefusal);
      }),
    );
}

async function isRemoved(admin: AdminApi, path: string): Promise<boolean> {
  try {
    await admin.remove(path);
    return true;
  } catch (error) {
    ignoreRefusal(error);
    return false;
  }
}

/** Much of it has been deleted in the course of the day. */
function ignoreRefusal(error: unknown): void {
  if (!(error instanceof AdminRefusal)) throw error;
}
