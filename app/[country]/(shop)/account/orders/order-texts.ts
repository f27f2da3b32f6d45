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
