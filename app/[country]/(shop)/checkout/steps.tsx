import { AddressSummary, DeliverySummary, PaymentSummary } from "./summaries";
import { STEP_TITLES, StepSection } from "./step-section";
import type { Cart } from "@/lib/cart/cart";
import { listSteps, type Step } from "@/lib/checkout/steps";
import type { Market } from "@/lib/markets";
import { AddressForm } from "./address-form";
import { getFirstValues, listChoices } from "./address-form-values";
import { orUnavailable } from "@/components/or-unavailable";
import { listDeliveryCountries } from "@/lib/catalog/regions";
import { getAddressBook } from "@/lib/checkout/address-book";
import { readDraft } from "@/lib/checkout/draft";
import { DeliveryForm } from "./delivery-form";
import { Notice } from "@/components/ui/notice";
import { listDeliveryChoices } from "@/lib/checkout/delivery";
import { PaymentForm } from "./payment-form";
import { listPaymentMethods } from "@/lib/checkout/payment";
import { ReviewForm } from "./review-form";
import { PaymentReview } from "@/components/checkout/payment/payment-review";
import { isNotForSale } from "@/components/cart/stock-note";
import { RecoveryLink } from "@/components/ui/recovery-link";
import { ERROR_TEXT } from "@/lib/errors";
import { formatMoney } from "@/lib/money";

export type StepProps = {
  cart: Cart;
  market: Market;
  /** The id of a saved address to change for this order only. */
  edited?: string | undefined;
};

/** All steps: complete ones as summaries, the current one with its form, later ones by title. */
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

/** The address step, prefilled from the draft, the cart and the account. */
async function AddressStep({ cart, market, edited }: StepProps) {
  const [book, countries] = await Promise.all([
    orUnavailable(getAddressBook()),
    orUnavailable(listDeliveryCountries(market.country)),
  ]);
  if (book === "unavailable" || countries === "unavailable")
    return <StepOutage href={`/${market.country}/checkout?step=address`} />;
  const choices = listChoices(book, countries);
  const draft = await readDraft();
  const [, next = "payment"] = listSteps(cart);
  return (
    <AddressForm
      key={edited}
      market={market}
      countries={countries}
      isSignedIn={book !== null}
      choices={choices}
      next={STEP_TITLES[next].toLowerCase()}
      values={getFirstValues({ cart, market, book, choices, draft, edited })}
    />
  );
}

/** The delivery step: one option for each shipment. */
async function DeliveryStep({ market }: Pick<StepProps, "market">) {
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

/** How it is paid. */
async function PaymentStep({ cart, market }: StepProps) {
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

/** The review step. Without the order button if something in the cart cannot be bought. */
function ReviewStep({ cart, market }: StepProps) {
  const gone = cart.lines.filter(isNotForSale);
  if (gone.length > 0)
    return (
      <Notice tone="bad" data-testid="not-for-sale-message">
        {ERROR_TEXT["not-for-sale"]} It is{" "}
        {gone.map(({ title, variant }) => [title, variant].filter(Boolean).join(", ")).join("; ")}.{" "}
        <RecoveryLink code="not-for-sale" />
      </Notice>
    );
  const total = formatMoney(cart.totals.total, market.locale);
  return (
    <div className="max-w-2xl">
      <p className="text-muted">
        {cart.count === 1 ? "One item" : `${cart.count} items`} for {total}
        {cart.shipments.length > 0 && ", to the address above"}. You can still change any of it.
      </p>
      <ReviewForm country={market.country} checksum={cart.checksum} total={total}>
        <PaymentReview providerId={cart.paymentProviderId} total={total} />
      </ReviewForm>
    </div>
  );
}

/** A step whose options cannot be fetched. */
function StepOutage({ href }: { href: string }) {
  return (
    <Notice tone="bad">
      {ERROR_TEXT.unavailable}{" "}
      <a href={href} className="font-medium link">
        Try again
      </a>
    </Notice>
  );
}
