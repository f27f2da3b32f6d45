import { listAddressLines } from "@/components/address/format";
import type { Address } from "@/lib/address/address";

/** An address of the address book, its parts called as suites know them from the official starter. */
export function SavedAddressLines({ address }: { address: Address }) {
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
