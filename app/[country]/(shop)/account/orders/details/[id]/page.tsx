import type { Metadata } from "next";
import Link from "next/link";
import { requireMarket } from "@/lib/http/require-market";
import { OrderFacts } from "@/components/order/order-facts";
import { AccountFrame } from "@/app/[country]/(shop)/account/account-frame";
import { describeStatus } from "@/app/[country]/(shop)/account/orders/order-texts";
import { MissingOrder } from "./missing-order";
import { ReorderForm } from "./reorder-form";
import { LineList } from "@/components/purchase/line-list";
import { Totals } from "@/components/purchase/totals";
import { Day } from "@/components/ui/day";
import { Icon } from "@/components/ui/icon";
import { getOrder } from "@/lib/orders/queries";

export const instant = false;

export const metadata: Metadata = { title: "Your order", robots: { index: false } };

type OrderDetailsPageProps = { params: Promise<{ country: string; id: string }> };

export default async function OrderDetailsPage({ params }: OrderDetailsPageProps) {
  const { country, id } = await params;
  const market = requireMarket(country);
  return (
    <AccountFrame
      market={market}
      section="/orders"
      rest={`/details/${encodeURIComponent(id)}`}
      testId="order-details-container"
      title="Your order"
      render={async () => {
        const found = await getOrder(id);
        if (!found) return <MissingOrder country={country} />;
        const { order, status } = found;
        return (
          <>
            <Link
              href={`/${country}/account/orders`}
              prefetch={false}
              data-testid="back-to-overview-button"
              className="mt-2 inline-flex min-h-11 items-center gap-1.5 text-sm text-muted hover:text-ink"
            >
              <Icon name="left" className="size-4" /> All orders
            </Link>
            <p className="mt-2 text-lg">
              Order № <span data-testid="order-id">{order.number}</span>, placed on{" "}
              <Day at={order.placedAt} market={market} testId="order-date" />
            </p>
            <p data-testid="order-status" className="text-muted">
              {describeStatus(status)}
            </p>
            <ReorderForm country={country} order={id} />
            <div className="mt-6 grid gap-x-14 gap-y-10 xl:grid-cols-[minmax(0,1fr)_18rem]">
              <div>
                <LineList lines={order.lines} market={market} titleTestId="product-name" />
                <div className="ml-auto max-w-sm border-t border-line pt-5">
                  <Totals totals={order.totals} delivery={order.deliveries.length > 0 ? "chosen" : "none"} />
                </div>
              </div>
              <OrderFacts order={order} market={market} />
            </div>
          </>
        );
      }}
    />
  );
}
