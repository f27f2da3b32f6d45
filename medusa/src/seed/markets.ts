/** A market is one Medusa region with its currency, taxes and delivery prices. */
export interface Market {
  name: string;
  currency: "usd" | "gbp" | "eur" | "jpy";
  /** Whether displayed prices include tax. */
  taxInclusive: boolean;
  /** Standard tax rates in per cent, by country. */
  taxes: Record<string, { name: string; rate: number }>;
  /** Delivery prices by speed. */
  delivery: Record<string, number>;
}

export const markets: Market[] = [
  {
    name: "United States",
    currency: "usd",
    taxInclusive: false,
    // There is no federal sales tax. New York's rate stands in for states without a rate of their own.
    taxes: { us: { name: "Sales tax", rate: 4 } },
    delivery: { standard: 8, express: 18 },
  },
  {
    name: "United Kingdom",
    currency: "gbp",
    taxInclusive: true,
    taxes: { gb: { name: "VAT", rate: 20 } },
    delivery: { standard: 5, express: 12 },
  },
  {
    name: "Europe",
    currency: "eur",
    taxInclusive: true,
    taxes: {
      de: { name: "MwSt.", rate: 19 },
      fr: { name: "TVA", rate: 20 },
      it: { name: "IVA", rate: 22 },
      es: { name: "IVA", rate: 21 },
      nl: { name: "Btw", rate: 21 },
    },
    delivery: { standard: 7, express: 16 },
  },
  {
    name: "Japan",
    currency: "jpy",
    taxInclusive: true,
    taxes: { jp: { name: "消費税", rate: 10 } },
    delivery: { standard: 900, express: 2200 },
  },
];
