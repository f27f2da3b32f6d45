import { Notice } from "@/components/ui/notice";
import type { Shortfall } from "@/lib/cart/refill";

/** What of an order that was ordered again is not in the cart, and why. */
export function MissingNotice({ missing }: { missing: Shortfall[] }) {
  if (missing.length === 0) return null;
  return (
    <div className="page pt-6">
      <Notice data-testid="reorder-missing">
        <p>The rest of your order is in the cart. This is not:</p>
        <ul className="mt-1 list-disc pl-5">
          {missing.map(({ title, reason }) => (
            <li key={title}>
              {title}: {reason}.
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
