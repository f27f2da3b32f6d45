import type { NextRequest } from "next/server";
import { z } from "zod";
import { cleanSearchText } from "@/lib/catalog/search-text";
import { suggest } from "@/lib/catalog/suggestions";
import { AppError } from "@/lib/errors";
import { countrySchema } from "@/lib/forms/fields";

const HEADERS = { "cache-control": "private, no-store" };

const querySchema = z.object({
  country: countrySchema,
  q: z.string().transform(cleanSearchText).pipe(z.string().min(1)),
});

/** Suggestions for the words that somebody types into the search. The same for everybody. */
export async function GET({ nextUrl: { searchParams } }: NextRequest): Promise<Response> {
  const asked = { country: searchParams.get("country"), q: searchParams.get("q") };
  const parsed = querySchema.safeParse(asked);
  if (!parsed.success) return Response.json({ code: "invalid" }, { status: 400, headers: HEADERS });
  try {
    return Response.json(await suggest(parsed.data.country, parsed.data.q), { headers: HEADERS });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return Response.json({ code: error.code }, { status: 503, headers: { ...HEADERS, "retry-after": "5" } });
  }
}
