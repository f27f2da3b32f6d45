import { ReviewForm } from "./review-form";
import type { StepProps } from "./steps";
import { formatMoney } from "@/lib/money";

/** The last look, and the one button that buys. */
export function ReviewStep({ cart, market }: StepProps) {
  const total = formatMoney(cart.totals.total, market.locale);
  return (
    <div className="max-w-2xl">
      <p className="text-muted">
        {cart.count === 1 ? "One thing" : `${cart.count} things`} for {total}, to the address above. You can
        still change any of it.
      </p>
      <ReviewForm country={market.country} checksum={cart.checksum} total={total} />
    </div>
  );
}
