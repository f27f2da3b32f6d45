import { takeShopperState, type ShopperState } from "@/lib/customer/shopper-state";
import { getReadTime } from "@/lib/cart/read-time";
import { AppError } from "@/lib/errors";

/** The shopper's state for static pages. Fetched after load, and only by browsers with the state hint cookie. */
export async function GET(): Promise<Response> {
  const headers = { "cache-control": "private, no-store" };
  try {
    const shopper: ShopperState = { ...(await takeShopperState()), readTime: await getReadTime() };
    return Response.json(shopper, { headers });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return Response.json({ code: error.code }, { status: 503, headers: { ...headers, "retry-after": "5" } });
  }
}
