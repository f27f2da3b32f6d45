import { type AdminApi, AdminApiError, ignoreRefusal } from "../support/admin-api";
import type { CreatedIds } from "./shopkeeper";

/** Ordered so that an entity is deleted after the ones that use it. */
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

/** Deletes everything the day has created. Products of open orders cannot be deleted and become drafts. */
export async function cleanUp(admin: AdminApi, created: CreatedIds): Promise<void> {
  for (const [name, path] of PATHS)
    await Promise.all(
      created[name].map(async (id) => {
        if (await tryDelete(admin, `${path}/${id}`)) return;
        if (name === "products") await admin.post(`${path}/${id}`, { status: "draft" }).catch(ignoreRefusal);
      }),
    );
}

/** @returns false when the backend refuses: most of it has been deleted in the course of the day */
async function tryDelete(admin: AdminApi, path: string): Promise<boolean> {
  try {
    await admin.delete(path);
    return true;
  } catch (error) {
    if (!(error instanceof AdminApiError)) throw error;
    return false;
  }
}
