import type { ReactNode } from "react";
import { AddressLines } from "@/components/address/address-lines";
import { isSameAddress } from "@/lib/address/address";
import type { Market } from "@/lib/markets";
import { formatMoney } from "@/lib/money";
import type { Order } from "@/lib/orders/order";

type OrderFactsProps = { order: Order; market: Market };

/** Addresses, delivery and payment of an order. */
export function OrderFacts({ order, market }: OrderFactsProps) {
  const { shippingAddress, billingAddress, deliveries, payment, email } = order;
  return (
    <dl className="h-fit space-y-6 text-sm lg:border-l lg:border-line lg:pl-10">
      {shippingAddress && (
        <Fact title="Deliver to" testId="shipping-address-summary">
          <AddressLines address={shippingAddress} />
        </Fact>
      )}
      <Fact title="Contact" testId="shipping-contact-summary">
        <span className="wrap-anywhere">{email}</span>
        {shippingAddress?.phone && <span className="block">{shippingAddress.phone}</span>}
      </Fact>
      <Fact title="Bill to" testId="billing-address-summary">
        {billingAddress && !isSameAddress(billingAddress, shippingAddress) ? (
          <AddressLines address={billingAddress} />
        ) : (
          "The same address"
        )}
      </Fact>
      {deliveries.length > 0 && (
        <Fact title="Delivery" testId="shipping-method-summary">
          {deliveries.map(({ name }) => name).join(", ")}
        </Fact>
      )}
      {payment && (
        <Fact title="Payment">
          <span data-testid="payment-method">{payment.label}</span>
          {payment.amount ? (
            <span
              data-testid="payment-amount"
              data-value={payment.amount.amount}
              className="block tabular-nums"
            >
              {formatMoney(payment.amount, market.locale)}
            </span>
          ) : (
            order.status.isCancelled && <span className="block">Nothing to pay</span>
          )}
        </Fact>
      )}
    </dl>
  );
}

function Fact({ title, testId, children }: { title: string; testId?: string; children: ReactNode }) {
  return (
    <div data-testid={testId}>
      <dt className="text-muted">{title}</dt>
      <dd className="mt-1">{children}</dd>
    </div>
  );
}
