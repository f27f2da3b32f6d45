import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import type { ShippingCart } from "./shipping-options";
import { createRefusal } from "./refusals";

/**
 * The id of the region that sells to a country.
 * @throws MedusaError "country_unavailable"
 */
export async function findRegionIdByCountry(container: MedusaContainer, country: string): Promise<string> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "country",
    fields: ["iso_2", "region_id", "region.id"],
    filters: { iso_2: country },
  });
  const [found] = data as { region?: { id: string } | null }[];
  if (!found?.region) throw createRefusal("country_unavailable", [country]);
  return found.region.id;
}

/**
 * Requires the cart's country to be in its region, which sets prices and taxes.
 * @throws MedusaError "country_unavailable"
 */
export async function requireCountryInRegion(
  container: MedusaContainer,
  { region_id, shipping_address }: Pick<ShippingCart, "region_id" | "shipping_address">,
): Promise<void> {
  const country = shipping_address?.country_code;
  if (country && (await findRegionIdByCountry(container, country)) === region_id) return;
  throw createRefusal("country_unavailable", country ? [country] : []);
}
