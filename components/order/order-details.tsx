import clsx from "clsx";
import type { ReactNode } from "react";
import { OrderFacts } from "@/components/order/order-facts";
import { Parcels } from "@/components/order/parcels";
import { describeStatus } from "@/components/order/status-text";
import { LineList } from "@/components/purchase/line-list";
import { Totals } from "@/components/purchase/totals";
import type { Market } from "@/lib/markets";
import { formatMoney, type Money } from "@/lib/money";
import type { Order, OrderLine } from "@/lib/orders/order";

type OrderDetailsProps = {
  order: Order;
  market: Market;
  /** In an account the navigation leaves less room. */
  isInAccount?: boolean;
  heading?: ReactNode;
};

/** An order for its owner: its status, its parcels, and what was ordered, paid and refunded. */
export function OrderDetails({ order, market, isInAccount = false, heading }: OrderDetailsProps) {
  return (
    <div
      className={clsx(
        "grid gap-y-10",
        isInAccount
          ? "gap-x-14 xl:grid-cols-[minmax(0,1fr)_18rem]"
          : "gap-x-16 lg:grid-cols-[minmax(0,1fr)_20rem]",
      )}
    >
      <div className="min-w-0">
        {heading}
        <p data-testid="order-status" className="mt-2 font-medium">
          {describeStatus(order.status, market)}
        </p>
        <Parcels parcels={order.parcels} market={market} />
        <LineList
          lines={order.lines.map((line) => ({ ...line, note: describeReturn(line) }))}
          market={market}
          titleTestId="product-name"
        />
        <div className="ml-auto max-w-sm border-t border-line pt-5">
          <Totals totals={order.totals} delivery={order.deliveries.length > 0 ? "chosen" : "none"} />
          <Balance order={order} market={market} />
        </div>
      </div>
      <OrderFacts order={order} market={market} />
    </div>
  );
}

function describeReturn({ quantity, returned, returning }: OrderLine): string | null {
  const parts = [
    returned > 0 && (quantity === 1 ? "Returned" : `${returned} of ${quantity} returned`),
    returning > 0 && (quantity === 1 ? "On the way back" : `${returning} of ${quantity} on the way back`),
  ];
  return parts.filter(Boolean).join(", ") || null;
}

/** What happened to the money after the order. */
function Balance({ order, market }: { order: Order; market: Market }) {
  const { status, balance } = order;
  const rows: [label: string, money: Money | null, testId: string, sign: string][] = [
    ["Refunded", status.refunded, "order-refunded", "−"],
    ["Refund to come", balance.toRefund, "order-to-refund", "−"],
    ["Still to pay", balance.toPay, "order-to-pay", ""],
  ];
  const shown = rows.flatMap(([label, money, ...rest]) => (money ? [[label, money, ...rest] as const] : []));
  if (shown.length === 0) return null;
  return (
    <dl className="mt-4 space-y-2.5 border-t border-line pt-4 text-sm">
      {shown.map(([label, money, testId, sign]) => (
        <div key={testId} className="flex items-baseline justify-between gap-4">
          <dt>{label}</dt>
          <dd data-testid={testId} data-value={money.amount} className="font-semibold tabular-nums">
            {sign + formatMoney(money, market.locale)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
