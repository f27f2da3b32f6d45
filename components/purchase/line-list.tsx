import { ProductPicture } from "@/components/catalog/product-picture";
import type { LineItem } from "@/lib/cart/cart";
import type { Market } from "@/lib/markets";
import { formatMoney } from "@/lib/money";

type Line = Pick<LineItem, "id" | "title" | "variant" | "pictureUrl" | "quantity" | "total"> &
  Partial<Pick<LineItem, "isForSale">> & {
    /** What became of it. */
    note?: string | null;
  };

type LineListProps = {
  lines: Line[];
  market: Market;
  titleTestId: "product-title" | "product-name";
};

/** A read-only list of lines, for the checkout and for orders. */
export function LineList({ lines, market, titleTestId }: LineListProps) {
  return (
    <ul data-testid={titleTestId === "product-name" ? "products-table" : "items-table"} className="py-3">
      {lines.map((line) => (
        <li key={line.id} data-testid="product-row" className="flex gap-4 py-3">
          <span className="w-16 shrink-0">
            <ProductPicture
              picture={line.pictureUrl ? { url: line.pictureUrl, alt: "" } : null}
              sizes="64px"
              widest={256}
            />
          </span>
          <div className="min-w-0 flex-1 text-sm">
            <p data-testid={titleTestId} className="font-medium wrap-break-word">
              {line.title}
            </p>
            {line.variant && (
              <p data-testid="product-variant" className="text-muted">
                {line.variant}
              </p>
            )}
            <p data-testid="product-quantity" data-value={line.quantity} className="text-muted">
              Quantity: {line.quantity}
            </p>
            {line.note && <p data-testid="product-note">{line.note}</p>}
            {line.isForSale === false && (
              <p data-testid="stock-note" className="font-medium text-bad">
                No longer available
              </p>
            )}
          </div>
          <span data-testid="product-price" data-value={line.total.amount} className="text-sm tabular-nums">
            {formatMoney(line.total, market.locale)}
          </span>
        </li>
      ))}
    </ul>
  );
}
