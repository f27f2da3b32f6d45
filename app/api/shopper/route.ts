import { getShopperState, type ShopperState } from "@/lib/customer/shopper-state";
import { getReadTime } from "@/lib/cart/active-cart";
import { AppError } from "@/lib/errors";

/** Everything personal that a static page shows. Asked for after load, and only by browsers that have something. */
export async function GET(): Promise<Response> {
  const headers = { "cache-control": "private, no-store" };
  try {
    const shopper: ShopperState = { ...(await getShopperState()), readTime: await getReadTime() };
    return Response.json(shopper, { headers });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return Response.json({ code: error.code }, { status: 503, headers: { ...headers, "retry-after": "5" } });
  }
}
