import type { Metadata } from "next";
import Link from "next/link";
import { requireMarket } from "@/lib/http/require-market";
import { OrderDetails } from "@/components/order/order-details";
import { AccountFrame } from "@/app/[country]/(shop)/account/account-frame";
import { MissingOrder } from "./missing-order";
import { ReorderForm } from "./reorder-form";
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
        const order = await getOrder(id);
        if (!order) return <MissingOrder country={country} />;
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
            <OrderDetails order={order} market={market} isInAccount />
            <ReorderForm country={country} order={id} />
          </>
        );
      }}
    />
  );
}
