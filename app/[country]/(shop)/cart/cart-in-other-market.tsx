import { moveCartTo } from "./actions";
import { AddNotice } from "./add-notice";
import { CartCurrencyMismatch } from "@/components/cart/cart-currency-mismatch";
import { ServiceUnavailable } from "@/components/ui/service-unavailable";
import { orUnavailable } from "@/components/or-unavailable";
import { FlashProvider } from "@/components/ui/flash";
import type { FlashMessage } from "@/lib/forms/flash";
import type { Cart } from "@/lib/cart/cart";
import { listUnavailableLines } from "@/lib/cart/move";
import { findMarket, type Market } from "@/lib/markets";

/** Whether a cart has another market's prices, or its country is no longer served. */
export function isCartInOtherMarket(cart: Cart, market: Market): boolean {
  return !cart.isCountryServed || findMarket(cart.country)?.currency !== market.currency;
}

type CartInOtherMarketProps = {
  cart: Cart;
  market: Market;
  page: "cart" | "checkout";
  flash: FlashMessage | null;
};

/** Asks what to do with a cart of another market. */
export async function CartInOtherMarket({ cart, market, page, flash }: CartInOtherMarketProps) {
  const left = await orUnavailable(listUnavailableLines(market.country));
  if (left === "unavailable")
    return <ServiceUnavailable title="We cannot fetch your cart" retryHref={`/${market.country}/${page}`} />;
  return (
    <FlashProvider flash={flash}>
      <AddNotice failure={flash?.ok === false ? flash : null} country={market.country} />
      <CartCurrencyMismatch cart={cart} market={market} page={page} left={left} moveCartTo={moveCartTo} />
    </FlashProvider>
  );
}
