import "server-only";
import { cacheLife, cacheTag } from "next/cache";
import { AppError } from "@/lib/errors";
import type { Country } from "@/lib/market";
import { readPublic } from "@/lib/medusa/client";
import { TAGS } from "@/lib/catalog/tags";

type RegionsAnswer = { regions: { id: string; countries?: { iso_2?: string }[] }[] };

/**
 * The id of the Medusa region that sells to a country.
 * @throws AppError "not-deliverable" when the admin has no region with that country, "unavailable"
 */
export async function getRegionId(country: Country): Promise<string> {
  "use cache";
  cacheLife("max");
  cacheTag(TAGS.regions);
  const { regions } = await readPublic<RegionsAnswer>("/store/regions", {
    limit: 100,
    fields: "id,*countries",
  });
  const region = regions.find(({ countries }) => countries?.some(({ iso_2 }) => iso_2 === country));
  if (!region) throw new AppError("not-deliverable");
  return region.id;
}
