import { listAddressLines } from "@/components/address/format";
import { listKeys } from "@/components/ui/list-keys";
import type { Address } from "@/lib/address/address";

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

/** Whether two addresses are equal in all fields. */
export function isSameAddress(one: Address | null, other: Address | null): boolean {
  if (!one || !other) return one === other;
  return (Object.keys(one) as (keyof Address)[]).every((key) => one[key] === other[key]);
}
