import type { Metadata } from "next";
import { requireMarket } from "@/lib/http/require-market";
import { getSearchParam } from "@/lib/http/search-param";
import { CartInOtherMarket, isCartInOtherMarket } from "@/app/[country]/(shop)/cart/cart-in-other-market";
import { EmptyCheckout, SignInLink, StepNotice } from "./checkout-notices";
import { OrderRefusal } from "./review-form";
import { OrderSummary } from "./order-summary";
import { StepUrl } from "./step-navigation";
import { Steps } from "./steps";
import { ShortageNotice } from "@/components/cart/shortage-notice";
import { SessionEndedInline } from "@/components/session/session-ended-inline";
import { RenderedForCustomer } from "@/components/session/rendered-for-customer";
import { CartPageLink } from "@/components/cart/cart-page-link";
import { ServiceUnavailable } from "@/components/ui/service-unavailable";
import { orUnavailable } from "@/components/or-unavailable";
import { Icon } from "@/components/ui/icon";
import { FlashProvider } from "@/components/ui/flash";
import { readFlash } from "@/lib/forms/flash";
import { loadCart } from "@/lib/cart/cart-view";
import { readShortageNotice } from "@/lib/cart/shortage-notice";
import { getSession } from "@/lib/session/session";
import { resolveStep } from "@/lib/checkout/steps";

export const instant = false;

export const metadata: Metadata = { title: "Checkout", robots: { index: false } };

type CheckoutPageProps = {
  params: Promise<{ country: string }>;
  searchParams: Promise<{ step?: string | string[]; edit?: string | string[] }>;
};

export default async function CheckoutPage({ params, searchParams }: CheckoutPageProps) {
  const market = requireMarket((await params).country);
  const { step: steps, edit } = await searchParams;
  const wanted = getSearchParam(steps);
  const retryHref = `/${market.country}/checkout${wanted ? `?step=${encodeURIComponent(wanted)}` : ""}`;
  const cart = await orUnavailable(loadCart());
  if (cart === "unavailable")
    return <ServiceUnavailable title="The checkout is closed for a moment" retryHref={retryHref} />;
  const flash = await readFlash();
  const state = await getSession();
  const ended = state.status === "ended" ? state.reason : null;
  if (!cart || cart.lines.length === 0)
    return <EmptyCheckout country={market.country} ended={ended} next={retryHref} flash={flash} />;
  if (isCartInOtherMarket(cart, market))
    return <CartInOtherMarket cart={cart} market={market} page="checkout" flash={flash} />;
  const step = resolveStep(cart, wanted);
  return (
    <div data-testid="checkout-container" className="page pt-6 pb-section lg:pt-10">
      <RenderedForCustomer />
      <ShortageNotice text={await readShortageNotice()} />
      <CartPageLink
        href={`/${market.country}/cart`}
        data-testid="back-to-cart-link"
        className="inline-flex min-h-11 items-center gap-1.5 text-sm text-muted hover:text-ink"
      >
        <Icon name="left" className="size-4" /> Back to cart
      </CartPageLink>
      <h1 className="display text-3xl">Checkout</h1>
      <div className="mt-6 grid gap-x-16 gap-y-8 lg:mt-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <FlashProvider flash={flash}>
          <OrderSummary initial={cart} isOpen={step === "review"} />
          <div className="min-w-0 lg:order-first">
            {ended && <SessionEndedInline reason={ended} country={market.country} next={retryHref} />}
            {state.status !== "signed-in" && step !== "address" && (
              <SignInLink country={market.country} step={step} />
            )}
            <OrderRefusal step={step}>
              <StepNotice wanted={wanted} step={step} isShipped={cart.shipments.length > 0} />
              <Steps cart={cart} market={market} step={step} edited={getSearchParam(edit)} />
            </OrderRefusal>
            <StepUrl step={step} />
          </div>
        </FlashProvider>
      </div>
    </div>
  );
}
