import { AddressLines } from "@/components/address/address-lines";
import { ButtonLink } from "@/components/ui/button-link";
import { toAddress, type SavedAddress } from "@/lib/customer/customer";
import type { Market } from "@/lib/markets";

type BillingSectionProps = { market: Market; billing: SavedAddress | undefined };

/** The default billing address, with a link to the address book. */
export function BillingSection({ market, billing }: BillingSectionProps) {
  const path = `/${market.country}/account/addresses`;
  return (
    <section
      aria-label="Billing address"
      data-testid="account-billing-address-editor"
      className="border-t border-line py-8"
    >
      <h2 className="mb-5 display text-xl">Billing address</h2>
      {billing ? <AddressLines address={toAddress(billing)} /> : <p>Bills go to where the parcel goes.</p>}
      <ButtonLink
        href={billing ? `${path}?edit=${billing.id}` : path}
        prefetch={false}
        tone="secondary"
        data-testid="edit-button"
        className="mt-5"
      >
        {billing ? "Edit billing address" : "Choose a billing address"}
      </ButtonLink>
    </section>
  );
}
