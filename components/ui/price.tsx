import clsx from "clsx";
import { formatMoney, type Money } from "@/lib/money";

type PriceProps = {
  money: Money;
  original?: Money | null;
  locale: string;
  isFrom?: boolean;
  testId?: string;
  className?: string;
};

/** A price; with the one it replaces when reduced, named for those who do not see the line through it. */
export function Price({ money, original, locale, isFrom, testId = "price", className }: PriceProps) {
  return (
    <span className={clsx("inline-flex flex-wrap items-baseline gap-x-2 tabular-nums", className)}>
      {original && <span className="sr-only">Now </span>}
      <span
        data-testid={testId}
        data-value={money.amount}
        className={original ? "text-accent-text" : undefined}
      >
        {isFrom && "From "}
        {formatMoney(money, locale)}
      </span>
      {original && (
        <>
          <span className="sr-only">before </span>
          <s data-testid={`original-${testId}`} data-value={original.amount} className="text-muted">
            {/* The official starter has a second name for it on product pages. */}
            <span data-testid={testId === "product-price" ? "product-original-price" : undefined}>
              {formatMoney(original, locale)}
            </span>
          </s>
        </>
      )}
    </span>
  );
}
