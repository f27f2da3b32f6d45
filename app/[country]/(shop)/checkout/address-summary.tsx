import { AddressLines, isSameAddress } from "@/components/address/address-lines";
import type { Cart } from "@/lib/cart/cart";

/** Where it goes, who hears about it, and whom the bill names. */
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
