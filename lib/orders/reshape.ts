import "server-only";
import { reshapeApplied, reshapeLine } from "@/lib/cart/reshape";
import { reshapeAddress } from "@/lib/address/medusa-address";
import { calculateTotals } from "@/lib/cart/totals";
import { toPaymentMethod } from "@/lib/payment-providers";
import { type Money, roundMoney } from "@/lib/money";
import type { BackendOrder } from "@/lib/orders/backend-order";
import type { Order } from "@/lib/orders/order";

/** Maps a Medusa order for its owner. */
export function reshapeOrder(order: BackendOrder): Order {
  const currency = order.currency_code;
  const money = (amount: number): Money => roundMoney({ amount, currency });
  const { totals, lineTotals } = calculateTotals(order, order.items);
  const payment = order.payment_collections.flatMap(({ payments }) => payments)[0];
  return {
    id: order.id,
    number: order.display_id,
    placedAt: order.created_at,
    email: order.email ?? "",
    // Sorted by title: Medusa creates all lines at once, so their order of creation is not known.
    lines: order.items
      .map((item, index) =>
        reshapeLine(item, { totals, total: lineTotals[index] ?? totals.total, getAvailable: () => null }),
      )
      .toSorted((a, b) => a.title.localeCompare(b.title, "en")),
    totals,
    promotions: reshapeApplied(order.promotions, currency),
    shippingAddress: reshapeAddress(order.shipping_address),
    billingAddress: reshapeAddress(order.billing_address),
    deliveries: order.shipping_methods.map(({ name, amount }) => ({
      name: name ?? "",
      price: money(amount),
    })),
    payment: payment
      ? {
          providerId: payment.provider_id,
          label: toPaymentMethod(payment.provider_id).label,
          amount: money(payment.amount),
        }
      : null,
  };
}
