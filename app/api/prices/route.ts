import type { NextRequest } from "next/server";
import { z } from "zod";
import { isHandle } from "@/lib/catalog/handle";
import { MAX_PRICED_PRODUCTS } from "@/lib/catalog/product";
import { listCustomerPrices } from "@/lib/customer/customer-prices";
import { AppError } from "@/lib/errors";
import { countrySchema } from "@/lib/forms/fields";

const HEADERS = { "cache-control": "private, no-store" };

const querySchema = z.object({
  country: countrySchema,
  handles: z.array(z.string().refine(isHandle)).min(1).max(MAX_PRICED_PRODUCTS),
});

/** The signed-in customer's prices of up to `MAX_PRICED_PRODUCTS` products. For all others the pages' prices are right. */
export async function GET({ nextUrl: { searchParams } }: NextRequest): Promise<Response> {
  const asked = { country: searchParams.get("country"), handles: searchParams.getAll("handle") };
  const parsed = querySchema.safeParse(asked);
  if (!parsed.success) return Response.json({ code: "invalid" }, { status: 400, headers: HEADERS });
  try {
    return Response.json(await listCustomerPrices(parsed.data.country, parsed.data.handles), {
      headers: HEADERS,
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "signed-out") return Response.json({}, { headers: HEADERS });
    return Response.json({ code: error.code }, { status: 503, headers: { ...HEADERS, "retry-after": "5" } });
  }
}
