import Link from "next/link";
import { describeProducts } from "./order-texts";
import { ProductPicture } from "@/components/catalog/product-picture";
import { describeStatus } from "@/components/order/status-text";
import { ButtonLink } from "@/components/ui/button-link";
import { Day } from "@/components/ui/day";
import { listKeys } from "@/components/ui/list-keys";
import type { OrderSummary } from "@/lib/orders/order";
import type { Market } from "@/lib/markets";
import { formatMoney } from "@/lib/money";

const SHOWN_PICTURES = 4;

/** The test ids of the official starter, for the overview and for the whole list. */
const TEST_IDS = {
  overview: { card: "order-wrapper", day: "order-created-date", link: "open-order-button" },
  orders: { card: "order-card", day: "order-created-at", link: "order-details-link" },
};

type OrderListProps = { orders: OrderSummary[]; market: Market; page?: keyof typeof TEST_IDS };

/** A list of orders, newest first. */
export function OrderList({ orders, market, page = "orders" }: OrderListProps) {
  if (orders.length === 0)
    return (
      <div data-testid="no-orders-container" className="mt-6">
        <p data-testid="no-orders-message" className="mb-6 text-muted">
          Nothing ordered yet. What you order will be listed here.
        </p>
        <ButtonLink href={`/${market.country}/store`} data-testid="continue-shopping-button">
          To the shop
        </ButtonLink>
      </div>
    );
  return (
    <ul data-testid="orders-wrapper" className="mt-4 border-t border-line">
      {orders.map((order) => (
        <OrderCard key={order.id} order={order} market={market} page={page} />
      ))}
    </ul>
  );
}

type OrderCardProps = { order: OrderSummary; market: Market; page: keyof typeof TEST_IDS };

function OrderCard({ order, market, page }: OrderCardProps) {
  const testIds = TEST_IDS[page];
  const { id, number, placedAt, count, total, status, products } = order;
  const pictures = order.pictures.slice(0, SHOWN_PICTURES);
  const keys = listKeys(pictures.map(({ url }) => url));
  return (
    <li
      data-testid={testIds.card}
      className="flex flex-wrap items-center gap-x-6 gap-y-4 border-b border-line py-5"
    >
      <div className="min-w-40 flex-1">
        <p className="font-medium">
          Order №{" "}
          <span data-testid="order-display-id" data-value={number}>
            {number}
          </span>
        </p>
        <p data-testid="order-items" className="text-sm wrap-break-word">
          {describeProducts(products)}
        </p>
        <p className="text-sm text-muted">
          <Day at={placedAt} market={market} testId={testIds.day} />
          &nbsp;· {count === 1 ? "1 item" : `${count} items`}&nbsp;·{" "}
          <span data-testid="order-amount" data-value={total.amount} className="tabular-nums">
            {formatMoney(total, market.locale)}
          </span>
        </p>
        <p data-testid="order-status" className="text-sm text-muted">
          {describeStatus(status, market)}
        </p>
      </div>
      <ul className="flex gap-2">
        {pictures.map(({ url, title }, index) => (
          <li key={keys[index]} className="w-14">
            <ProductPicture picture={{ url, alt: title }} sizes="56px" widest={256} />
          </li>
        ))}
      </ul>
      <Link
        href={`/${market.country}/account/orders/details/${id}`}
        prefetch={false}
        data-testid={testIds.link}
        className="flex min-h-11 items-center text-sm link"
      >
        Details<span className="sr-only"> of order {number}</span>
      </Link>
    </li>
  );
}
