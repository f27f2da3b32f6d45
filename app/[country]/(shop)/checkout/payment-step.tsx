import { PaymentForm } from "./payment-form";
import { StepOutage } from "./step-outage";
import type { StepProps } from "./steps";
import { orUnavailable } from "@/components/cart/or-unavailable";
import { Notice } from "@/components/ui/notice";
import { listPaymentMethods } from "@/lib/checkout/payment";

/** How it is paid. */
export async function PaymentStep({ cart, market }: StepProps) {
  const methods = await orUnavailable(listPaymentMethods());
  if (methods === "unavailable") return <StepOutage href={`/${market.country}/checkout?step=payment`} />;
  if (methods.length === 0)
    return (
      <Notice tone="bad" data-testid="payment-method-error-message">
        We have no way to take a payment from that country just now. Your cart is kept.{" "}
        <a href={`/${market.country}/cart`} className="font-medium link">
          Go to your cart
        </a>
      </Notice>
    );
  return <PaymentForm market={market} methods={methods} chosenId={cart.paymentProviderId} />;
}
