import "server-only";
import { AppError } from "@/lib/errors";
import type { Country } from "@/lib/market";
import { readPublic } from "@/lib/medusa/client";

type RegionsAnswer = { regions: { id: string; countries?: { iso_2?: string }[] }[] };

/**
 * The id of the Medusa region that sells to a country. Asked for each time: what is read with it is kept whole, and an
 * error that leaves one `use cache` function for another one has lost its code by then.
 * @throws AppError "not-deliverable" when the admin has no region with that country, "unavailable"
 */
export async function getRegionId(country: Country): Promise<string> {
  const { regions } = await readPublic<RegionsAnswer>("/store/regions", {
    limit: 100,
    fields: "id,*countries",
  });
  const region = regions.find(({ countries }) => countries?.some(({ iso_2 }) => iso_2 === country));
  if (!region) throw new AppError("not-deliverable");
  return region.id;
}
