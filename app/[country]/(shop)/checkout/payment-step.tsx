import { PaymentForm } from "./payment-form";
import { StepOutage } from "./step-outage";
import type { StepProps } from "./steps";
import { orUnavailable } from "@/components/cart/unavailable";
import { listPaymentMethods } from "@/lib/checkout/payment";

/** How it is paid. */
export async function PaymentStep({ cart, market }: StepProps) {
  const methods = await orUnavailable(listPaymentMethods());
  if (methods === "unavailable") return <StepOutage href={`/${market.country}/checkout?step=payment`} />;
  return <PaymentForm market={market} methods={methods} chosenId={cart.paymentProviderId} />;
}
