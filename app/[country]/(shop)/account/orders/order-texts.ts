import type { OrderSummary } from "@/lib/customer/customer";
import type { Market } from "@/lib/market";

const STATUS_TEXT: Record<string, string> = {
  pending: "Being prepared",
  completed: "Completed",
  canceled: "Cancelled",
  archived: "Completed",
  requires_action: "Waiting for payment",
};

/** An order's state in the shopper's words. */
export function describeStatus(status: string): string {
  return STATUS_TEXT[status] ?? "Being prepared";
}

const NAMED_THINGS = 2;

/** What an order was of, for who looks for it: "Scarf, 2 × Cap and 3 more". */
export function describeThings(things: OrderSummary["things"]): string {
  const [named, others] = [things.slice(0, NAMED_THINGS), things.slice(NAMED_THINGS)];
  const names = named.map(({ title, quantity }) => (quantity > 1 ? `${quantity} × ${title}` : title));
  const more = others.reduce((sum, { quantity }) => sum + quantity, 0);
  return more > 0 ? `${names.join(", ")} and ${more} more` : names.join(" and ");
}

/** A day as the market writes it: "21 November 2026". */
export function formatDay(at: string, { locale }: Market): string {
  return new Date(at).toLocaleDateString(locale, { dateStyle: "long" });
}
