import { formatMoney } from "@/lib/money";
import type { Market } from "@/lib/markets";
import type { OrderStage, OrderStatus } from "@/lib/orders/order";

const STAGES: Record<OrderStage, string> = {
  ordered: "Ordered",
  packed: "Packed",
  shipped: "On its way",
  delivered: "Delivered",
};

/** An order's status in one line: "Partly delivered · 1 of 3 items returned · £12.00 refunded". */
export function describeStatus(status: OrderStatus, market: Market): string {
  const { count, returned, returning, refunded } = status;
  const isReturned = returned > 0 && returned >= count;
  return [
    describeStage(status),
    returned > 0 && !isReturned && `${returned} of ${count} items returned`,
    returning > 0 && `${returning === 1 ? "1 item" : `${returning} items`} on the way back`,
    refunded && `${formatMoney(refunded, market.locale)} refunded`,
  ]
    .filter(Boolean)
    .join(" · ");
}

function describeStage({ stage, isWhole, isCancelled, needsPayment, count, returned }: OrderStatus): string {
  if (isCancelled) return "Cancelled";
  if (returned > 0 && returned >= count) return "Returned";
  if (stage === "ordered") return needsPayment ? "Waiting for payment" : STAGES.ordered;
  return isWhole ? STAGES[stage] : `Partly ${STAGES[stage].toLowerCase()}`;
}

/** A parcel's stage. */
export function describeParcelStage(stage: Exclude<OrderStage, "ordered">): string {
  return STAGES[stage];
}
