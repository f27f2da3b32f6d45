import "server-only";
import type { BackendOrder } from "@/lib/orders/backend-order";
import type { Order } from "@/lib/orders/order";
import { toPaymentMethod } from "@/lib/payment-providers";
import { sumRefunds } from "@/lib/orders/status";
import { type Money, roundMoney } from "@/lib/money";

/**
 * The payment of an order, and what is left to pay or to refund. An order's total is what its owner has to pay in the
 * end: after returns, refunds and edits. An edit before the payment was captured cancels it; all is to be paid then.
 */
export function reshapePayment(order: BackendOrder): Pick<Order, "payment" | "balance"> {
  const money = (amount: number): Money => roundMoney({ amount, currency: order.currency_code });
  const payments = order.payment_collections.flatMap((collection) => collection.payments);
  const valid = payments.filter(({ canceled_at }) => !canceled_at);
  const promised = valid.reduce((sum, { amount }) => sum + amount, 0);
  const captured = order.payment_collections.reduce((sum, each) => sum + (each.captured_amount ?? 0), 0);
  const refunded = sumRefunds(order);
  // Below 0 after a refund of something that came back later: no more is paid back than was paid.
  const total = Math.max(0, order.total);
  const [payment] = valid.length > 0 ? valid : payments;
  const toPay = order.status === "canceled" ? 0 : total + refunded - promised;
  const owed = {
    toPay: money(Math.max(0, toPay)),
    toRefund: money(Math.max(0, captured - refunded - total)),
  };
  const paid = money(Math.max(captured, Math.min(promised, total + refunded)));
  return {
    payment: payment
      ? {
          providerId: payment.provider_id,
          label: toPaymentMethod(payment.provider_id).label,
          amount: valid.length > 0 ? paid : null,
        }
      : null,
    balance: {
      toPay: payment && owed.toPay.amount > 0 ? owed.toPay : null,
      toRefund: owed.toRefund.amount > 0 ? owed.toRefund : null,
    },
  };
}
