import { finishPayment } from "@/lib/checkout/payment-return";
import { DEFAULT_COUNTRY, findMarket } from "@/lib/markets";

/**
 * Where the page of a payment provider sends shoppers back to. Of the address only the country is read, to choose the
 * page that is shown next.
 */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams.get("country") ?? "";
  const country = findMarket(asked)?.country ?? DEFAULT_COUNTRY;
  const location = await finishPayment(country);
  return new Response(null, { status: 303, headers: { location, "cache-control": "private, no-store" } });
}
