import "server-only";
import type { StoreCart, StoreOrder } from "@medusajs/types";
import { reshapeAddress, reshapeLine, reshapeApplied, reshapeTotals } from "@/lib/cart/reshape";
import { describePayment } from "@/lib/checkout/payment";
import type { Money } from "@/lib/money";
import type { Order } from "@/lib/orders/order";

/** The SDK's type leaves an order's promotions out. */
type OrderSource = StoreOrder & Partial<Pick<StoreCart, "promotions">>;

/** A Medusa order as its owner sees it. */
export function reshapeOrder(order: OrderSource): Order {
  const currency = order.currency_code;
  const money = (amount: number): Money => ({ amount, currency });
  const items = order.items ?? [];
  const [method] = order.shipping_methods ?? [];
  const payment = order.payment_collections?.flatMap(({ payments }) => payments ?? [])[0];
  return {
    id: order.id,
    number: order.display_id ?? 0,
    placedAt: String(order.created_at),
    email: order.email ?? "",
    // They were all made at once: nothing tells which was chosen first.
    lines: items
      .map((item) => reshapeLine(item, currency, () => null))
      .toSorted((a, b) => a.title.localeCompare(b.title, "en")),
    totals: reshapeTotals(order, items),
    promotions: reshapeApplied(order.promotions, currency),
    shippingAddress: reshapeAddress(order.shipping_address),
    billingAddress: reshapeAddress(order.billing_address),
    delivery: method ? { name: method.name, price: money(method.amount) } : null,
    payment: payment
      ? {
          providerId: payment.provider_id,
          label: describePayment(payment.provider_id).label,
          amount: money(payment.amount),
        }
      : null,
  };
}
