import "server-only";
import { z } from "zod";
import { getCountryName, type DeliveryCountry } from "@/lib/country-name";
import { AppError } from "@/lib/errors";
import { MARKETS } from "@/lib/market";
import { readPublic } from "@/lib/medusa/client";
import { listOf, optionalText, parseAnswer } from "@/lib/medusa/parse";

const regionSchema = z.object({
  id: z.string(),
  countries: listOf(z.object({ iso_2: optionalText }), "country"),
});
const regionsAnswer = z.object({ regions: listOf(regionSchema, "region") });
type Region = z.infer<typeof regionSchema>;

/**
 * The regions that the admin has made. Asked for each time: what is read with it is kept whole, and an error that leaves
 * one `use cache` function for another one has lost its code by then.
 * @throws AppError "unavailable"
 */
export async function listRegions(): Promise<Region[]> {
  const query = { limit: 100, fields: "id,*countries" };
  return parseAnswer(regionsAnswer, await readPublic("/store/regions", query)).regions;
}

/** @param country ISO 3166-1, two small letters */
export function sellsTo({ countries }: Region, country: string): boolean {
  return countries.some(({ iso_2 }) => iso_2 === country);
}

/**
 * The id of the Medusa region that sells to a country, null when the admin has none.
 * @param country ISO 3166-1, two small letters; with or without a shop of its own
 * @throws AppError "unavailable"
 */
export async function findRegionId(country: string): Promise<string | null> {
  return (await listRegions()).find((each) => sellsTo(each, country))?.id ?? null;
}

/** As `findRegionId`. @throws AppError "not-deliverable" when the admin has no region with that country, "unavailable" */
export async function getRegionId(country: string): Promise<string> {
  const id = await findRegionId(country);
  if (!id) throw new AppError("not-deliverable");
  return id;
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
    .flatMap(({ countries }) => countries.flatMap(({ iso_2 }) => iso_2 ?? []))
    .map((code) => ({ country: code, name: getCountryName(code) }))
    .toSorted((a, b) => rank(a.country) - rank(b.country) || a.name.localeCompare(b.name, "en"));
}
