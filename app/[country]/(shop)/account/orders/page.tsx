import type { Metadata } from "next";
import { requireMarket } from "@/lib/http/require-market";
import { getSearchParam } from "@/lib/http/search-param";
import { AccountFrame } from "@/app/[country]/(shop)/account/account-frame";
import { OrderList } from "./order-list";
import { OrderPages } from "./order-pages";
import { listOrders } from "@/lib/orders/queries";

export const instant = false;

export const metadata: Metadata = { title: "Your orders", robots: { index: false } };

type OrdersPageProps = {
  params: Promise<{ country: string }>;
  searchParams: Promise<{ page?: string | string[] }>;
};

export default async function OrdersPage({ params, searchParams }: OrdersPageProps) {
  const market = requireMarket((await params).country);
  const page = readPage(getSearchParam((await searchParams).page));
  return (
    <AccountFrame
      market={market}
      section="/orders"
      testId="orders-page-wrapper"
      render={async () => {
        const { orders, pageCount } = await listOrders(page);
        return (
          <>
            <OrderList orders={orders} market={market} />
            <OrderPages path={`/${market.country}/account/orders`} page={page} pageCount={pageCount} />
          </>
        );
      }}
    />
  );
}

/** The page number in the URL; 1 if it is invalid. */
function readPage(text: string | undefined): number {
  return text && /^[1-9]\d{0,4}$/.test(text) ? Number(text) : 1;
}
