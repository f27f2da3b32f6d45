import { DeliveryForm } from "./delivery-form";
import type { StepProps } from "./steps";
import { StepOutage } from "./step-outage";
import { orUnavailable } from "@/components/cart/or-unavailable";
import { Notice } from "@/components/ui/notice";
import { listDeliveryChoices } from "@/lib/checkout/delivery";

/** How it gets there: one way for each shipment. */
export async function DeliveryStep({ market }: Pick<StepProps, "market">) {
  const choices = await orUnavailable(listDeliveryChoices());
  if (choices === "unavailable") return <StepOutage href={`/${market.country}/checkout?step=delivery`} />;
  const stuck = choices.filter(({ options }) => options.length === 0);
  if (stuck.length > 0)
    return (
      <Notice tone="bad" data-testid="delivery-option-error-message">
        We have no way to deliver{" "}
        {stuck.length < choices.length ? stuck.flatMap(({ shipment }) => shipment.titles).join(", ") : "this"}{" "}
        to that address.{" "}
        <a href={`/${market.country}/checkout?step=address`} className="font-medium link">
          Choose another address
        </a>{" "}
        or{" "}
        <a href={`/${market.country}/cart`} className="font-medium link">
          change your cart
        </a>
        .
      </Notice>
    );
  return <DeliveryForm market={market} choices={choices} />;
}
