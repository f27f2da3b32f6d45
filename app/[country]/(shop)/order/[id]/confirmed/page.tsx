import type { Metadata } from "next";
import { requireMarket } from "@/lib/http/require-market";
import { SignInInline } from "@/app/[country]/(shop)/login/sign-in-inline";
import { CartRefresh } from "./cart-refresh";
import { OrderDetails } from "@/components/order/order-details";
import { OrderTicket } from "./order-ticket";
import { MessagePage } from "@/components/ui/message-page";
import { ServiceUnavailable } from "@/components/ui/service-unavailable";
import { orUnavailable } from "@/components/or-unavailable";
import { RenderedForCustomer } from "@/components/session/rendered-for-customer";
import { ButtonLink } from "@/components/ui/button-link";
import { getConfirmedOrder } from "@/lib/orders/confirmation";
import { readFlash } from "@/lib/forms/flash";
import { getSession } from "@/lib/session/session";

export const instant = false;

export const metadata: Metadata = { title: "Thank you", robots: { index: false } };

type ConfirmedPageProps = { params: Promise<{ country: string; id: string }> };

export default async function ConfirmedPage({ params }: ConfirmedPageProps) {
  const { country, id } = await params;
  const market = requireMarket(country);
  const order = await orUnavailable(getConfirmedOrder(id));
  if (order === "unavailable")
    return (
      <ServiceUnavailable
        title="Your order is safe; its page is not ready"
        retryHref={`/${country}/order/${id}/confirmed`}
      />
    );
  // Not notFound(), whose page would need JavaScript, as the response has already begun.
  if (!order) {
    const state = await getSession();
    if (state.status !== "ended")
      return (
        <MessagePage
          title="This order is not shown here"
          text="An order is shown to the customer who placed it, or in the browser that it was placed with. For any other, we can send you a link to it by e-mail."
        >
          <ButtonLink href={`/${country}/order/look-up`} prefetch={false} data-testid="look-up-link">
            Find your order
          </ButtonLink>
        </MessagePage>
      );
    const next = `/${country}/order/${encodeURIComponent(id)}/confirmed`;
    return (
      <SignInInline
        title="Your order"
        country={country}
        next={next}
        ended={state.reason}
        flash={await readFlash()}
      />
    );
  }
  return (
    <div data-testid="order-complete-container" className="page max-w-5xl pt-8 pb-section lg:pt-14">
      <RenderedForCustomer />
      <CartRefresh />
      <OrderTicket order={order} market={market} />
      <div className="mt-12">
        <OrderDetails
          order={order}
          market={market}
          heading={<h2 className="display text-xl">Your order</h2>}
        />
      </div>
      <ButtonLink
        href={`/${country}/store`}
        tone="secondary"
        className="mt-12"
        data-testid="continue-shopping-button"
      >
        Back to the shop
      </ButtonLink>
    </div>
  );
}
