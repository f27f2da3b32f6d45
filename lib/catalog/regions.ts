import "server-only";
import { z } from "zod";
import { getCountryName, type DeliveryCountry } from "@/lib/address/country-name";
import { AppError } from "@/lib/errors";
import { MARKETS } from "@/lib/markets";
import { readPublic } from "@/lib/medusa/client";
import { lenientList, optionalText, parseResponse } from "@/lib/medusa/parse";

const regionSchema = z.object({
  id: z.string(),
  countries: lenientList(z.object({ iso_2: optionalText }), "country"),
});
const regionsResponse = z.object({ regions: lenientList(regionSchema, "region") });
type Region = z.infer<typeof regionSchema>;

/**
 * Medusa's regions. Not cached itself: its callers are, and an error thrown from one `use cache` function into another
 * loses its code.
 * @throws AppError "unavailable"
 */
export async function listRegions(): Promise<Region[]> {
  const query = { limit: 100, fields: "id,*countries" };
  return parseResponse(regionsResponse, await readPublic("/store/regions", query)).regions;
}

/** Whether a region has the country. @param country ISO 3166-1, two lower-case letters */
export function includesCountry({ countries }: Region, country: string): boolean {
  return countries.some(({ iso_2 }) => iso_2 === country);
}

/**
 * The id of the region that has a country, or null.
 * @param country ISO 3166-1, two lower-case letters; need not be a market
 * @throws AppError "unavailable"
 */
export async function findRegionId(country: string): Promise<string | null> {
  return (await listRegions()).find((each) => includesCountry(each, country))?.id ?? null;
}

/** As `findRegionId`. @throws AppError "not-deliverable" if no region has the country, "unavailable" */
export async function requireRegionId(country: string): Promise<string> {
  const id = await findRegionId(country);
  if (!id) throw new AppError("not-deliverable");
  return id;
}

/**
 * The countries that can be delivered to from the shop of `country`, which are those of its region; without `country`,
 * those of all regions. Markets first, in the menu's order.
 * @throws AppError "unavailable"
 */
export async function listDeliveryCountries(country?: string): Promise<DeliveryCountry[]> {
  const regions = (await listRegions()).filter(
    (each) => country === undefined || includesCountry(each, country),
  );
  const rank = (code: string) => MARKETS.findIndex((market) => market.country === code) >>> 0;
  return regions
    .flatMap(({ countries }) => countries.flatMap(({ iso_2 }) => iso_2 ?? []))
    .map((code) => ({ country: code, name: getCountryName(code) }))
    .toSorted((a, b) => rank(a.country) - rank(b.country) || a.name.localeCompare(b.name, "en"));
}
