import Link from "next/link";
import { deleteAddress, setDefaultBilling, setDefault } from "./actions";
import { AddressButton } from "./address-button";
import { getButtonStyle } from "@/components/ui/button-style";
import { toAddress, type SavedAddress } from "@/lib/customer/customer";
import { listAddressLines } from "@/components/address/address-lines";
import type { Address } from "@/lib/address/address";

type AddressCardProps = { address: SavedAddress; country: string };

/** An address of the address book, with its buttons. */
export function AddressCard({ address: saved, country }: AddressCardProps) {
  const { id, isDefault, isDefaultBilling } = saved;
  const address = toAddress(saved);
  const about = `${address.address1}, ${address.city}`;
  const common = { country, id, about };
  return (
    <li data-testid="address-container" className="flex flex-col border border-line p-5">
      <p className="mb-2 eyebrow">{describeUse(saved)}</p>
      <div data-testid="address-address" className="flex-1">
        <SavedAddressLines address={address} />
        {address.phone && <p className="mt-1 text-sm text-muted">{address.phone}</p>}
      </div>
      <div className="mt-4 -ml-3.5 flex flex-wrap">
        <Link
          href={`/${country}/account/addresses?edit=${id}`}
          prefetch={false}
          data-testid="address-edit-button"
          className={getButtonStyle({ tone: "quiet", size: "small" })}
        >
          Edit<span className="sr-only"> {about}</span>
        </Link>
        {!isDefault && (
          <AddressButton
            {...common}
            action={setDefault}
            label="Make default"
            testId="address-default-button"
          />
        )}
        {!isDefaultBilling && (
          <AddressButton
            {...common}
            action={setDefaultBilling}
            label="Use for bills"
            testId="address-billing-button"
          />
        )}
        <AddressButton {...common} action={deleteAddress} label="Delete" testId="address-delete-button" />
      </div>
    </li>
  );
}

function describeUse({ isDefault, isDefaultBilling }: SavedAddress): string {
  if (isDefault) return isDefaultBilling ? "Default" : "Default for parcels";
  return isDefaultBilling ? "Default for bills" : "Also kept";
}

/** The lines of a saved address, with the test ids of the official starter. */
function SavedAddressLines({ address }: { address: Address }) {
  const lines = listAddressLines(address);
  const streets = [address.address1, address.address2].filter(Boolean).length;
  const places = lines.length - 1;
  const getTestId = (index: number) => {
    if (index === 0) return "address-name";
    if (index === places) return "address-province-country";
    if (address.company && index === 1) return "address-company";
    return index > streets + (address.company ? 1 : 0) ? "address-postal-city" : undefined;
  };
  return (
    <address className="not-italic">
      {lines.map((line, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- two lines may say the same, and none ever moves
        <span key={index} data-testid={getTestId(index)} className="block wrap-break-word">
          {line}
        </span>
      ))}
    </address>
  );
}
