import type { StepProps } from "./steps";
import { toPaymentMethod } from "@/lib/orders/payment-method";
import { formatMoney } from "@/lib/money";

/** How each shipment is delivered, and what that costs. */
export function DeliverySummary({ cart: { shipments }, market }: StepProps) {
  return shipments.map(({ profileId, titles, delivery }) =>
    delivery ? (
      <p key={profileId} data-testid="delivery-option-summary">
        {delivery.name}{" "}
        <span className="text-muted tabular-nums">
          · {delivery.price.amount === 0 ? "Free" : formatMoney(delivery.price, market.locale)}
          {shipments.length > 1 && ` · ${titles.join(", ")}`}
        </span>
      </p>
    ) : null,
  );
}

/** How it is paid. */
export function PaymentSummary({ cart: { paymentProviderId } }: StepProps) {
  if (!paymentProviderId) return null;
  const { label, description } = toPaymentMethod(paymentProviderId);
  return (
    <>
      <p data-testid="payment-method-summary">{label}</p>
      <p data-testid="payment-details-summary" className="text-muted">
        {description}
      </p>
    </>
  );
}
