import "server-only";
import { getCountryName, type DeliveryCountry } from "@/lib/country-name";
import { AppError } from "@/lib/errors";
import { MARKETS } from "@/lib/market";
import { readPublic } from "@/lib/medusa/client";

type Region = { id: string; countries?: { iso_2?: string }[] };

/**
 * Asked for each time: what is read with it is kept whole, and an error that leaves one `use cache` function for another
 * one has lost its code by then.
 */
async function listRegions(): Promise<Region[]> {
  const query = { limit: 100, fields: "id,*countries" };
  return (await readPublic<{ regions: Region[] }>("/store/regions", query)).regions;
}

const sellsTo = ({ countries }: Region, country: string) =>
  countries?.some(({ iso_2 }) => iso_2 === country) ?? false;

/**
 * The id of the Medusa region that sells to a country.
 * @param country ISO 3166-1, two small letters; with or without a shop of its own
 * @throws AppError "not-deliverable" when the admin has no region with that country, "unavailable"
 */
export async function getRegionId(country: string): Promise<string> {
  const region = (await listRegions()).find((each) => sellsTo(each, country));
  if (!region) throw new AppError("not-deliverable");
  return region.id;
}

/**
 * The countries of the region that sells to a country, or of all regions: those with a shop of their own first, in the
 * menu's order. A country that the shopkeeper adds to a region in the admin is among them at once.
 * @throws AppError "unavailable"
 */
export async function listDeliveryCountries(country?: string): Promise<DeliveryCountry[]> {
  const regions = (await listRegions()).filter((each) => country === undefined || sellsTo(each, country));
  const rank = (code: string) => MARKETS.findIndex((market) => market.country === code) >>> 0;
  return regions
    .flatMap(({ countries }) => countries?.flatMap(({ iso_2 }) => iso_2 ?? []) ?? [])
    .map((code) => ({ country: code, name: getCountryName(code) }))
    .toSorted((a, b) => rank(a.country) - rank(b.country) || a.name.localeCompare(b.name, "en"));
}
