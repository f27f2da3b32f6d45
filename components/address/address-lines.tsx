import { listKeys } from "@/components/ui/list-keys";
import type { Address } from "@/lib/address/address";
import { getCountryName } from "@/lib/address/country-name";
import { getAddressFormat } from "@/lib/address/formats";

/** A formatted address. */
export function AddressLines({ address }: { address: Address }) {
  const lines = listAddressLines(address);
  const keys = listKeys(lines);
  return (
    <address className="not-italic">
      {lines.map((line, index) => (
        <span key={keys[index]} className="block wrap-break-word">
          {line}
        </span>
      ))}
    </address>
  );
}

/** The lines of a written address. */
export function listAddressLines(address: Address): string[] {
  const { firstName, lastName, company, address1, address2, country } = address;
  const places = getAddressFormat(country).writePlaces(address);
  const lines = [`${firstName} ${lastName}`, company, address1, address2, ...places];
  return [...lines, getCountryName(country)].filter((line) => line.trim() !== "");
}
