import { getCart } from "@/lib/cart/current";
import type { Shopper } from "@/lib/cart/cart";
import { AppError } from "@/lib/errors";

/** Everything personal that a static page shows. Asked for after load, and only by browsers that have something. */
export async function GET(): Promise<Response> {
  const headers = { "cache-control": "private, no-store" };
  try {
    const shopper: Shopper = { customer: null, cart: await getCart() };
    return Response.json(shopper, { headers });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return Response.json({ code: error.code }, { status: 503, headers: { ...headers, "retry-after": "5" } });
  }
}
