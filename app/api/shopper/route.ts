import type { Shopper } from "@/lib/cart/cart";
import { getReading } from "@/lib/cart/reading";
import { getShopper } from "@/lib/customer/shopper";
import { AppError } from "@/lib/errors";

/** Everything personal that a static page shows. Asked for after load, and only by browsers that have something. */
export async function GET(): Promise<Response> {
  const headers = { "cache-control": "private, no-store" };
  try {
    const shopper: Shopper = { ...(await getShopper()), reading: await getReading() };
    return Response.json(shopper, { headers });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return Response.json({ code: error.code }, { status: 503, headers: { ...headers, "retry-after": "5" } });
  }
}
