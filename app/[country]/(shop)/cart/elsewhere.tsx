import { moveCartTo } from "./actions";
import { AddNotice } from "./add-notice";
import { OtherShop } from "@/components/cart/other-shop";
import { Outage } from "@/components/cart/outage";
import { orUnavailable } from "@/components/cart/unavailable";
import { PostedAnswer } from "@/components/ui/posted-answer";
import type { FlashMessage } from "@/lib/http/flash";
import type { Cart } from "@/lib/cart/cart";
import { listUnavailableLines } from "@/lib/cart/country";
import { findMarket, type Market } from "@/lib/markets";

/** Whether a cart's prices are another shop's than this one's, or of a country that is sold to no more. */
export function isElsewhere(cart: Cart, market: Market): boolean {
  return !cart.isCountryServed || findMarket(cart.country)?.currency !== market.currency;
}

type ElsewhereProps = { cart: Cart; market: Market; page: "cart" | "checkout"; answer: FlashMessage | null };

/** Asks what is to happen to a cart that is in another shop. */
export async function Elsewhere({ cart, market, page, answer }: ElsewhereProps) {
  const left = await orUnavailable(listUnavailableLines(market.country));
  if (left === "unavailable")
    return <Outage title="We cannot fetch your cart" retryHref={`/${market.country}/${page}`} />;
  return (
    <PostedAnswer answer={answer}>
      <AddNotice answer={answer?.ok === false ? answer : null} country={market.country} />
      <OtherShop cart={cart} market={market} page={page} left={left} moveCartTo={moveCartTo} />
    </PostedAnswer>
  );
}
