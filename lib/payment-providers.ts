import "server-only";
import { env } from "@/lib/env";

/** A payment provider of Medusa's, with its texts. `id`: the provider's. */
export type PaymentMethod = { id: string; label: string; description: string };

type Provider = PaymentMethod & {
  /** Whether the shopper pays on a page of the provider's and returns (lib/checkout/pay-elsewhere.ts). */
  isPaidElsewhere: boolean;
  /** The origins that a form of the checkout may lead to, for its Content-Security-Policy. */
  listFormTargets: () => string[];
};

/** The providers that the shop knows, in the order in which they are offered: the first is chosen unless another is. */
const PROVIDERS: readonly Provider[] = [
  {
    id: "pp_system_default",
    label: "Pay later by invoice",
    description: "This is a demonstration: no card is asked for and nothing is charged.",
    isPaidElsewhere: false,
    listFormTargets: () => [],
  },
  {
    id: "pp_demo-bank_default",
    label: "Demo bank",
    description:
      "You pay on the bank\u2019s own page and come back. This is a demonstration: no money moves.",
    isPaidElsewhere: true,
    listFormTargets: () => (env.demoBankUrl ? [new URL(env.demoBankUrl).origin] : []),
  },
];

/** The texts of a provider. One that the shop does not know is shown by its id. */
export function toPaymentMethod(providerId: string): PaymentMethod {
  const known = PROVIDERS.find(({ id }) => id === providerId);
  return known ?? { id: providerId, label: providerId, description: "" };
}

/** The methods of these providers, in the order in which they are offered: unknown ones last. */
export function listMethodsOf(providerIds: string[]): PaymentMethod[] {
  const known = PROVIDERS.filter(({ id }) => providerIds.includes(id));
  const unknown = providerIds.filter((id) => known.every((provider) => provider.id !== id));
  return [...known.map(({ id }) => id), ...unknown].map((id) => {
    const { label, description } = toPaymentMethod(id);
    return { id, label, description };
  });
}

/** Whether the shopper pays on a page of the provider's. */
export function isPaidElsewhere(providerId: string | undefined): boolean {
  return PROVIDERS.some((provider) => provider.id === providerId && provider.isPaidElsewhere);
}

/** The origins that placing an order may lead to. */
export function listFormTargets(): string[] {
  return PROVIDERS.flatMap((provider) => provider.listFormTargets());
}
