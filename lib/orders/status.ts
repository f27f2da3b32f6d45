import "server-only";
import type { BackendFulfillment, BackendOrder, BackendOrderSummary } from "@/lib/orders/backend-order";
import type { OrderStage, OrderStatus, Parcel, Tracking } from "@/lib/orders/order";
import { roundMoney } from "@/lib/money";

type StatusSource = Pick<BackendOrderSummary, "status" | "currency_code" | "payment_collections"> & {
  items: Pick<BackendOrderSummary["items"][number], "quantity" | "detail">[];
};
type Detail = NonNullable<StatusSource["items"][number]["detail"]>;

/**
 * The status of an order, from what was packed, sent, delivered, returned and refunded. Medusa's own `status` says only
 * whether it was cancelled. A parcel may be delivered without having been marked as sent: a later stage implies the
 * earlier ones.
 */
export function reshapeStatus({ items, ...order }: StatusSource): OrderStatus {
  const sum = (count: (detail: Partial<Detail>) => number) =>
    items.reduce((total, { detail }) => total + count(detail ?? {}), 0);
  const count = items.reduce((total, { quantity }) => total + quantity, 0);
  const stages: [OrderStage, number][] = [
    ["delivered", sum(countDelivered)],
    ["shipped", sum(countShipped)],
    ["packed", sum((detail) => Math.max(detail.fulfilled_quantity ?? 0, countShipped(detail)))],
  ];
  const [stage, reached] = stages.find(([, number]) => number > 0) ?? ["ordered", count];
  const refunded = sumRefunds(order);
  return {
    stage,
    isWhole: reached >= count,
    isCancelled: order.status === "canceled",
    needsPayment: order.status === "requires_action",
    count,
    returned: sum(countReturned),
    returning: sum((detail) => detail.return_requested_quantity ?? 0),
    refunded: refunded > 0 ? roundMoney({ amount: refunded, currency: order.currency_code }) : null,
  };
}

/** How many of a line came back; also those that are not fit to be sold again, which Medusa calls dismissed. */
export function countReturned(detail: Partial<Detail> | null | undefined): number {
  return (detail?.return_received_quantity ?? 0) + (detail?.return_dismissed_quantity ?? 0);
}

/** What was paid back so far, in the currency's major unit. */
export function sumRefunds({ payment_collections }: Pick<StatusSource, "payment_collections">): number {
  return payment_collections.reduce((sum, { refunded_amount }) => sum + (refunded_amount ?? 0), 0);
}

function countDelivered(detail: Partial<Detail>): number {
  return detail.delivered_quantity ?? 0;
}

function countShipped(detail: Partial<Detail>): number {
  return Math.max(detail.shipped_quantity ?? 0, countDelivered(detail));
}

/** The parcels of an order, oldest first, without the cancelled ones. @param titles of the lines, by their ids */
export function listParcels(
  order: Pick<BackendOrder, "fulfillments" | "items">,
  titles: Map<string, string>,
) {
  const parcels = order.fulfillments.flatMap((fulfillment): Parcel[] => {
    const reached = findStage(fulfillment);
    if (!reached || fulfillment.canceled_at) return [];
    return [
      {
        id: fulfillment.id,
        ...reached,
        contents: order.items.flatMap(({ id, quantity }) => {
          const packed = fulfillment.items.find(({ line_item_id }) => line_item_id === id);
          // A kit is packed as its components, of which there may be more.
          return packed
            ? [{ title: titles.get(id) ?? "", quantity: Math.min(packed.quantity, quantity) }]
            : [];
        }),
        trackings: fulfillment.labels.flatMap(reshapeTracking),
      },
    ];
  });
  return parcels.toSorted((a, b) => a.at.localeCompare(b.at));
}

function findStage({ packed_at, shipped_at, delivered_at }: BackendFulfillment) {
  const stages: [Parcel["stage"], string | null | undefined][] = [
    ["delivered", delivered_at],
    ["shipped", shipped_at],
    ["packed", packed_at],
  ];
  const found = stages.find(([, at]) => at);
  return found?.[1] ? { stage: found[0], at: found[1] } : null;
}

/** Shopkeepers type number and link. Medusa's dashboard sends "#" for a link that was left out. */
function reshapeTracking({
  tracking_number,
  tracking_url,
}: BackendFulfillment["labels"][number]): Tracking[] {
  const number = (tracking_number ?? "").trim();
  if (!number) return [];
  const url = (tracking_url ?? "").trim();
  return [{ number, url: /^https?:\/\//iu.test(url) && URL.canParse(url) ? url : null }];
}
