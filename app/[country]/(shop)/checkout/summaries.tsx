import { AddressLines } from "@/components/address/address-lines";
import { isSameAddress } from "@/lib/address/address";
import type { Cart } from "@/lib/cart/cart";
import type { StepProps } from "./steps";
import { toPaymentMethod } from "@/lib/payment-providers";
import { formatMoney } from "@/lib/money";

/** Shipping address, e-mail and billing address. */
export function AddressSummary({ cart }: { cart: Cart }) {
  const { shippingAddress, billingAddress, email } = cart;
  if (!shippingAddress) return null;
  return (
    <dl className="grid gap-x-8 gap-y-3 sm:grid-cols-3">
      <div data-testid="shipping-address-summary">
        <dt className="text-muted">Deliver to</dt>
        <dd className="mt-1">
          <AddressLines address={shippingAddress} />
        </dd>
      </div>
      <div data-testid="shipping-contact-summary">
        <dt className="text-muted">Contact</dt>
        <dd className="mt-1 wrap-anywhere">
          {email}
          {shippingAddress.phone && <span className="block">{shippingAddress.phone}</span>}
        </dd>
      </div>
      <div data-testid="billing-address-summary">
        <dt className="text-muted">Bill to</dt>
        <dd className="mt-1">
          {billingAddress && !isSameAddress(billingAddress, shippingAddress) ? (
            <AddressLines address={billingAddress} />
          ) : (
            "The same address"
          )}
        </dd>
      </div>
    </dl>
  );
}

/** The delivery of each shipment, with its price. */
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

/** The payment method. */
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
