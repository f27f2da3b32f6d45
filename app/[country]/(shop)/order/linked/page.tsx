import type { Metadata } from "next";
import { OrderDetails } from "@/components/order/order-details";
import { orUnavailable } from "@/components/or-unavailable";
import { ButtonLink } from "@/components/ui/button-link";
import { Day } from "@/components/ui/day";
import { MessagePage } from "@/components/ui/message-page";
import { ServiceUnavailable } from "@/components/ui/service-unavailable";
import { requireMarket } from "@/lib/http/require-market";
import { getSearchParam } from "@/lib/http/search-param";
import { getLinkedOrder } from "@/lib/orders/linked-order";

export const instant = false;

export const metadata: Metadata = { title: "Your order", robots: { index: false } };

type LinkedOrderPageProps = {
  params: Promise<{ country: string }>;
  searchParams: Promise<{ token?: string | string[] }>;
};

/** An order that was opened with the link of a mail, by whoever has the link. */
export default async function LinkedOrderPage({ params, searchParams }: LinkedOrderPageProps) {
  const market = requireMarket((await params).country);
  const token = getSearchParam((await searchParams).token);
  const order = await orUnavailable(getLinkedOrder(token));
  if (order === "unavailable")
    return (
      <ServiceUnavailable
        title="Your order is safe; its page is not ready"
        retryHref={`/${market.country}/order/linked?token=${encodeURIComponent(token ?? "")}`}
      />
    );
  if (!order)
    return (
      <MessagePage
        title="This link has expired"
        text="Links to an order work for 60 days, and only when all of the link is there. With the order's number and your e-mail address we send you a new one."
      >
        <ButtonLink href={`/${market.country}/order/look-up`} prefetch={false} data-testid="look-up-link">
          Send me a new link
        </ButtonLink>
      </MessagePage>
    );
  return (
    <div data-testid="linked-order-container" className="page max-w-5xl pt-8 pb-section lg:pt-14">
      <h1 className="display text-3xl">
        Order № <span data-testid="order-id">{order.number}</span>
      </h1>
      <p className="mt-2 mb-8 text-muted">
        Placed on <Day at={order.placedAt} market={market} testId="order-date" />
      </p>
      <OrderDetails order={order} market={market} />
    </div>
  );
}
