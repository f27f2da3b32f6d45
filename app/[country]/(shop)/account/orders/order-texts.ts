import type { OrderSummary } from "@/lib/customer/customer";

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
