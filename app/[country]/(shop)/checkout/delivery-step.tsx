import { DeliveryForm } from "./delivery-form";
import type { StepProps } from "./steps";
import { StepOutage } from "./step-outage";
import { orUnavailable } from "@/components/cart/unavailable";
import { Notice } from "@/components/ui/notice";
import { listDeliveryOptions } from "@/lib/checkout/delivery";

/** How it gets there. */
export async function DeliveryStep({ cart, market }: StepProps) {
  const options = await orUnavailable(listDeliveryOptions());
  if (options === "unavailable") return <StepOutage href={`/${market.country}/checkout?step=delivery`} />;
  if (options.length === 0)
    return (
      <Notice tone="bad" data-testid="delivery-option-error-message">
        We have no way to deliver to that address. Please choose another one.
      </Notice>
    );
  return <DeliveryForm market={market} options={options} chosenId={cart.delivery?.id} />;
}
