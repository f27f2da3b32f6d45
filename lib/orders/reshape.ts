import "server-only";
import { formatLineTitle, reshapeApplied, reshapeLine } from "@/lib/cart/reshape";
import { reshapeAddress } from "@/lib/address/medusa-address";
import { calculateTotals } from "@/lib/cart/totals";
import { getOrderedTotal, restoreOrderedAmounts } from "@/lib/orders/ordered-amounts";
import { reshapePayment } from "@/lib/orders/payment";
import { countReturned, listParcels, reshapeStatus } from "@/lib/orders/status";
import { roundMoney } from "@/lib/money";
import type { BackendOrder, BackendOrderSummary } from "@/lib/orders/backend-order";
import type { Order, OrderSummary } from "@/lib/orders/order";

/** Maps a Medusa order for its owner. */
export function reshapeOrder(order: BackendOrder): Order {
  const currency = order.currency_code;
  const ordered = restoreOrderedAmounts(order);
  const { totals, lineTotals } = calculateTotals(ordered, ordered.items);
  const titles = new Map(order.items.map((item) => [item.id, formatLineTitle(item)]));
  return {
    id: order.id,
    number: order.display_id,
    placedAt: order.created_at,
    email: order.email ?? "",
    status: reshapeStatus(order),
    parcels: listParcels(order, titles),
    // Sorted by title: Medusa creates all lines at once, so their order of creation is not known.
    lines: ordered.items
      .map((item, index) => ({
        ...reshapeLine(item, { totals, total: lineTotals[index] ?? totals.total, getAvailable: () => null }),
        returned: countReturned(item.detail),
        returning: item.detail?.return_requested_quantity ?? 0,
      }))
      // A line that the shop has taken out of the order.
      .filter(({ quantity }) => quantity > 0)
      .toSorted((a, b) => a.title.localeCompare(b.title, "en")),
    totals,
    promotions: reshapeApplied(order.promotions, currency),
    shippingAddress: reshapeAddress(order.shipping_address),
    billingAddress: reshapeAddress(order.billing_address),
    deliveries: order.shipping_methods.map(({ name, amount }) => ({
      name: name ?? "",
      price: roundMoney({ amount, currency }),
    })),
    ...reshapePayment(order),
  };
}

/** Maps a Medusa order for a list. */
export function reshapeSummary(order: BackendOrderSummary): OrderSummary {
  const items = order.items.filter(({ quantity }) => quantity > 0);
  return {
    id: order.id,
    number: order.display_id,
    placedAt: order.created_at,
    count: items.reduce((sum, { quantity }) => sum + quantity, 0),
    total: roundMoney({ amount: getOrderedTotal(order), currency: order.currency_code }),
    status: reshapeStatus(order),
    products: sumByTitle(
      items.map(({ product_title, title, quantity }) => [product_title ?? title ?? "", quantity]),
    ),
    pictures: items.flatMap(({ thumbnail, product_title, title }) =>
      thumbnail ? [{ url: thumbnail, title: product_title ?? title ?? "" }] : [],
    ),
  };
}

function sumByTitle(items: [title: string, quantity: number][]): OrderSummary["products"] {
  const sums = new Map<string, number>();
  for (const [title, quantity] of items) sums.set(title, (sums.get(title) ?? 0) + quantity);
  return [...sums].map(([title, quantity]) => ({ title, quantity }));
}
