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

/** A price; if reduced, with the original price, which is labelled for screen readers. */
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
            {/* The official starter has another test id on product pages. */}
            <span data-testid={testId === "product-price" ? "product-original-price" : undefined}>
              {formatMoney(original, locale)}
            </span>
          </s>
        </>
      )}
    </span>
  );
}
