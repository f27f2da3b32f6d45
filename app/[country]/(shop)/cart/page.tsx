import type { Metadata } from "next";
import { requireMarket } from "@/lib/http/require-market";
import { AddNotice } from "./add-notice";
import { CartView } from "./cart-view";
import { CartInOtherMarket, isCartInOtherMarket } from "./cart-in-other-market";
import { ShortageNotice } from "@/components/cart/shortage-notice";
import { SessionEndedInline } from "@/components/session/session-ended-inline";
import { RenderedForCustomer } from "@/components/session/rendered-for-customer";
import { ServiceUnavailable } from "@/components/ui/service-unavailable";
import { orUnavailable } from "@/components/or-unavailable";
import { FlashProvider } from "@/components/ui/flash";
import { readFlash } from "@/lib/forms/flash";
import { loadCart } from "@/lib/cart/cart-view";
import { readShortageNotice } from "@/lib/cart/shortage-notice";
import { getSession } from "@/lib/session/session";

export const instant = false;

export const metadata: Metadata = { title: "Your cart", robots: { index: false } };

type CartPageProps = { params: Promise<{ country: string }> };

export default async function CartPage({ params }: CartPageProps) {
  const market = requireMarket((await params).country);
  const path = `/${market.country}/cart`;
  const cart = await orUnavailable(loadCart());
  if (cart === "unavailable")
    return <ServiceUnavailable title="We cannot fetch your cart" retryHref={path} />;
  // Not a redirect, which would need JavaScript, as the response has already begun.
  const flash = await readFlash();
  if (cart && isCartInOtherMarket(cart, market))
    return <CartInOtherMarket cart={cart} market={market} page="cart" flash={flash} />;
  const state = await getSession();
  return (
    <FlashProvider flash={flash}>
      <RenderedForCustomer />
      <ShortageNotice text={await readShortageNotice()} />
      {state.status === "ended" && (
        <div className="page pt-6">
          <SessionEndedInline reason={state.reason} country={market.country} next={path} />
        </div>
      )}
      <AddNotice failure={flash?.ok === false ? flash : null} country={market.country} />
      <CartView initial={cart} isGuest={state.status === "guest"} />
    </FlashProvider>
  );
}
