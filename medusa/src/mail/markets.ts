/**
 * The storefront's markets (lib/markets.ts), by currency. A shopper of another country of the region has ordered in one
 * of them; which, the order does not say.
 */
const MARKETS: Record<string, readonly [string, ...string[]]> = {
  usd: ["us"],
  gbp: ["gb"],
  eur: ["de", "fr", "it", "es", "nl"],
  jpy: ["jp"],
};

/** The market whose pages a mail links to: the country that is delivered to, else one with the order's currency. */
export function findMarket(country: string | null | undefined, currency: string): string {
  const markets = MARKETS[currency] ?? ["us"];
  return markets.find((market) => market === country) ?? markets[0];
}
