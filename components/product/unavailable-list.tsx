import { listUnavailable } from "@/components/product/availability";
import type { Product } from "@/lib/catalog/product";

/** Which combinations cannot be had, for browsers in which the options cannot say so themselves. */
export function UnavailableList({ options, variants }: Pick<Product, "options" | "variants">) {
  const unavailable = options.length > 1 ? listUnavailable({ options, variants }) : [];
  if (unavailable.length === 0) return null;
  return (
    <noscript>
      <p className="mt-4 text-sm text-muted">
        Not to be had: {unavailable.map(({ name, reason }) => `${name} (${reason})`).join("; ")}.
      </p>
    </noscript>
  );
}
