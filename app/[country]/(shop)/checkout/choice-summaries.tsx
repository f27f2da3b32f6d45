import type { StepProps } from "./steps";
import { describePayment } from "@/lib/checkout/payment";
import { formatMoney } from "@/lib/money";

/** How it is delivered, and what that costs. */
export function DeliverySummary({ cart: { delivery }, market }: StepProps) {
  if (!delivery) return null;
  const price = delivery.price.amount === 0 ? "Free" : formatMoney(delivery.price, market.locale);
  return (
    <p data-testid="delivery-option-summary">
      {delivery.name} <span className="text-muted tabular-nums">· {price}</span>
    </p>
  );
}

/** How it is paid. */
export function PaymentSummary({ cart: { paymentProviderId } }: StepProps) {
  if (!paymentProviderId) return null;
  const { label, description } = describePayment(paymentProviderId);
  return (
    <>
      <p data-testid="payment-method-summary">{label}</p>
      <p data-testid="payment-details-summary" className="text-muted">
        {description}
      </p>
    </>
  );
}
