import { listAddressLines } from "@/components/address/format";
import type { Address } from "@/lib/cart/cart";

/** An address as it is written on a parcel. */
export function AddressLines({ address }: { address: Address }) {
  return (
    <address className="not-italic">
      {listAddressLines(address).map((line) => (
        <span key={line} className="block wrap-break-word">
          {line}
        </span>
      ))}
    </address>
  );
}

/** Whether two addresses say the same, so that one of them need not be shown or typed. */
export function isSameAddress(one: Address | null, other: Address | null): boolean {
  if (!one || !other) return one === other;
  return (Object.keys(one) as (keyof Address)[]).every((key) => one[key] === other[key]);
}
