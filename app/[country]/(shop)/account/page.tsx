import type { Metadata } from "next";
import Link from "next/link";
import { requireMarket } from "@/lib/http/require-market";
import { AccountFrame } from "./account-frame";
import { OrderList } from "./orders/order-list";
import { listAddresses } from "@/lib/customer/addresses";
import { listOrders } from "@/lib/orders/queries";

export const instant = false;

export const metadata: Metadata = { title: "Your account", robots: { index: false } };

const SHOWN_ORDERS = 3;

type AccountPageProps = { params: Promise<{ country: string }> };

export default async function AccountPage({ params }: AccountPageProps) {
  const market = requireMarket((await params).country);
  const base = `/${market.country}/account`;
  return (
    <AccountFrame
      market={market}
      section=""
      testId="overview-page-wrapper"
      title="Your account"
      render={async (customer) => {
        const [{ orders, total }, addresses] = await Promise.all([listOrders(1), listAddresses()]);
        return (
          <>
            <p className="mt-4 text-lg" data-testid="welcome-message" data-value={customer.firstName}>
              Hello {customer.firstName}. <span className="text-muted">Signed in as </span>
              <span data-testid="customer-email" data-value={customer.email} className="wrap-anywhere">
                {customer.email}
              </span>
            </p>
            <ul className="mt-6 flex flex-wrap gap-x-8 gap-y-2 text-sm text-muted">
              <li data-testid="addresses-count" data-value={addresses.length}>
                <Link href={`${base}/addresses`} prefetch={false} className="link">
                  {addresses.length === 1 ? "1 address" : `${addresses.length} addresses`}
                </Link>
              </li>
              <li>
                <Link href={`${base}/orders`} prefetch={false} className="link">
                  {total === 1 ? "1 order" : `${total} orders`}
                </Link>
              </li>
            </ul>
            <section aria-labelledby="recent-heading" className="mt-12">
              <h2 id="recent-heading" className="display text-xl">
                Recent orders
              </h2>
              <OrderList orders={orders.slice(0, SHOWN_ORDERS)} market={market} page="overview" />
            </section>
          </>
        );
      }}
    />
  );
}
