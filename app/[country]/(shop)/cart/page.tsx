import type { Metadata } from "next";
import { requireMarket } from "@/lib/http/require-market";
import { AddNotice } from "./add-notice";
import { CartView } from "./cart-view";
import { Elsewhere, isElsewhere } from "./elsewhere";
import { ShortfallNotice } from "@/components/cart/shortfall-notice";
import { EndedHere } from "@/components/session/ended-here";
import { ShownToCustomer } from "@/components/session/shown-to-customer";
import { Outage } from "@/components/cart/outage";
import { orUnavailable } from "@/components/cart/unavailable";
import { PostedAnswer } from "@/components/ui/posted-answer";
import { readFlash } from "@/lib/http/flash";
import { getCart } from "@/lib/cart/active-cart";
import { readShortageNotice } from "@/lib/cart/shortage-notice";
import { getSession } from "@/lib/session/session";

export const instant = false;

export const metadata: Metadata = { title: "Your cart", robots: { index: false } };

type CartPageProps = { params: Promise<{ country: string }> };

export default async function CartPage({ params }: CartPageProps) {
  const market = requireMarket((await params).country);
  const path = `/${market.country}/cart`;
  const cart = await orUnavailable(getCart());
  if (cart === "unavailable") return <Outage title="We cannot fetch your cart" retryHref={path} />;
  // Not a redirect: the response has begun by now, and the browser would need JavaScript to follow it.
  const answer = await readFlash();
  if (cart && isElsewhere(cart, market))
    return <Elsewhere cart={cart} market={market} page="cart" answer={answer} />;
  const state = await getSession();
  return (
    <PostedAnswer answer={answer}>
      <ShownToCustomer />
      <ShortfallNotice text={await readShortageNotice()} />
      {state.status === "ended" && (
        <div className="page pt-6">
          <EndedHere reason={state.reason} country={market.country} next={path} />
        </div>
      )}
      <AddNotice answer={answer?.ok === false ? answer : null} country={market.country} />
      <CartView initial={cart} isGuest={state.status === "guest"} />
    </PostedAnswer>
  );
}
