import "server-only";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import type { Country } from "@/lib/market";
import { readPublic } from "@/lib/medusa/client";
import { listOf, optionalText, parseAnswer } from "@/lib/medusa/parse";

const regionSchema = z.object({
  id: z.string(),
  countries: listOf(z.object({ iso_2: optionalText }), "country"),
});
const regionsAnswer = z.object({ regions: listOf(regionSchema, "region") });

/**
 * The id of the Medusa region that sells to a country, null when the admin has none. Asked for each time: what is read with it is kept whole, and an
 * error that leaves one `use cache` function for another one has lost its code by then.
 * @throws AppError "unavailable"
 */
export async function findRegionId(country: Country): Promise<string | null> {
  const query = { limit: 100, fields: "id,*countries" };
  const { regions } = parseAnswer(regionsAnswer, await readPublic("/store/regions", query));
  const region = regions.find(({ countries }) => countries.some(({ iso_2 }) => iso_2 === country));
  return region?.id ?? null;
}

/** @throws AppError "not-deliverable" when the admin has no region with that country, "unavailable" */
export async function getRegionId(country: Country): Promise<string> {
  const id = await findRegionId(country);
  if (!id) throw new AppError("not-deliverable");
  return id;
}
