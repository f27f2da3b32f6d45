import "server-only";

/** A payment provider of Medusa's, with its texts. `id`: the provider's. */
export type PaymentMethod = { id: string; label: string; description: string };

/** The texts of payment providers. A provider without an entry is shown by its id. */
const LABELS: Record<string, Omit<PaymentMethod, "id">> = {
  pp_system_default: {
    label: "Pay later by invoice",
    description: "This is a demonstration: no card is asked for and nothing is charged.",
  },
};

export function toPaymentMethod(providerId: string): PaymentMethod {
  return { id: providerId, ...(LABELS[providerId] ?? { label: providerId, description: "" }) };
}
