import { AddressStep } from "./address-step";
import { AddressSummary } from "./address-summary";
import { DeliveryStep } from "./delivery-step";
import { DeliverySummary, PaymentSummary } from "./choice-summaries";
import { PaymentStep } from "./payment-step";
import { ReviewStep } from "./review-step";
import { StepSection } from "./step-section";
import type { Cart } from "@/lib/cart/cart";
import type { Step } from "@/lib/checkout/steps";
import type { Market } from "@/lib/markets";

export type StepProps = {
  cart: Cart;
  market: Market;
  /** The saved address that is to be changed for this parcel alone. */
  edited?: string | undefined;
};

/** The steps: those behind as summaries that can be changed, the present one open, those ahead by name. */
export function Steps({ step, cart, market, edited }: StepProps & { step: Step }) {
  const common = { cart, market, current: step };
  return (
    <ol className="border-b border-line">
      <StepSection {...common} step="address" summary={<AddressSummary cart={cart} />}>
        <AddressStep cart={cart} market={market} edited={edited} />
      </StepSection>
      {cart.shipments.length > 0 && (
        <StepSection {...common} step="delivery" summary={<DeliverySummary cart={cart} market={market} />}>
          <DeliveryStep market={market} />
        </StepSection>
      )}
      <StepSection {...common} step="payment" summary={<PaymentSummary cart={cart} market={market} />}>
        <PaymentStep cart={cart} market={market} />
      </StepSection>
      <StepSection {...common} step="review">
        <ReviewStep cart={cart} market={market} />
      </StepSection>
    </ol>
  );
}
