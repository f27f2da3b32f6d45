import { ReviewForm } from "./review-form";
import type { StepProps } from "./steps";
import { isNotForSale } from "@/components/cart/stock-note";
import { Notice } from "@/components/ui/notice";
import { RecoveryLink } from "@/components/ui/recovery-link";
import { ERROR_TEXT } from "@/lib/errors";
import { formatMoney } from "@/lib/money";

/** The last look, and the one button that buys; without it while something in the cart cannot be bought. */
export function ReviewStep({ cart, market }: StepProps) {
  const gone = cart.lines.filter(isNotForSale);
  if (gone.length > 0)
    return (
      <Notice tone="bad" data-testid="not-for-sale-message">
        {ERROR_TEXT["not-for-sale"]} It is{" "}
        {gone.map(({ title, variant }) => [title, variant].filter(Boolean).join(", ")).join("; ")}.{" "}
        <RecoveryLink code="not-for-sale" />
      </Notice>
    );
  const total = formatMoney(cart.totals.total, market.locale);
  return (
    <div className="max-w-2xl">
      <p className="text-muted">
        {cart.count === 1 ? "One thing" : `${cart.count} things`} for {total}
        {cart.shipments.length > 0 && ", to the address above"}. You can still change any of it.
      </p>
      <ReviewForm country={market.country} checksum={cart.checksum} total={total} />
    </div>
  );
}
