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

/** A day as the market writes it: "21 November 2026". */
export function formatDay(at: string, { locale }: Market): string {
  return new Date(at).toLocaleDateString(locale, { dateStyle: "long" });
}
