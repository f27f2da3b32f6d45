import "server-only";
import { AppError } from "@/lib/errors";
import { type Country, findMarket } from "@/lib/market";
import { readPublic } from "@/lib/medusa/client";

type RegionsAnswer = { regions: { id: string; countries?: { iso_2?: string }[] }[] };
type Region = { id: string; countries: Country[] };

/**
 * The regions that the admin has made, with those of their countries that are shops of ours. Asked for each time: what is
 * read with them is kept whole, and an error that leaves one `use cache` function for another one has lost its code by
 * then.
 * @throws AppError "unavailable"
 */
export async function listRegions(): Promise<Region[]> {
  const query = { limit: 100, fields: "id,*countries" };
  const { regions } = await readPublic<RegionsAnswer>("/store/regions", query);
  return regions.map(({ id, countries = [] }) => ({
    id,
    countries: countries.flatMap(({ iso_2 = "" }) => findMarket(iso_2)?.country ?? []),
  }));
}

/**
 * The id of the Medusa region that sells to a country.
 * @throws AppError "not-deliverable" when the admin has no region with that country, "unavailable"
 */
export async function getRegionId(country: Country): Promise<string> {
  const region = (await listRegions()).find(({ countries }) => countries.includes(country));
  if (!region) throw new AppError("not-deliverable");
  return region.id;
}
