/** Amounts are computed to a millionth of the smallest unit: what is left beyond that is floating-point noise. */
const NOISE_DIGITS = 6;

/** How many decimals a currency is written with: 2 for usd, 0 for jpy. */
function countDecimals(currencyCode: string): number {
  const format = new Intl.NumberFormat("en", { style: "currency", currency: currencyCode });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

/**
 * Rounds the parts of a sum so that they add up to it as they are written, as the storefront does
 * (lib/money.ts): by the largest remainder. Every part stays within one of the currency's smallest units.
 * @param parts amounts in the currency's major unit; what is taken off is negative
 * @param sum no more than one unit from what the parts come to
 */
export function roundParts(parts: number[], sum: number, currencyCode: string): number[] {
  const factor = 10 ** countDecimals(currencyCode);
  const toUnits = (amount: number) => Number((amount * factor).toFixed(NOISE_DIGITS));
  const units = parts.map(toUnits);
  const rounded = units.map(Math.floor);
  const missing = Math.round(toUnits(sum)) - rounded.reduce((total, unit) => total + unit, 0);
  const remainder = (index: number) => (units[index] ?? 0) - Math.floor(units[index] ?? 0);
  const byRemainder = [...units.keys()].toSorted((a, b) => remainder(b) - remainder(a));
  for (const index of byRemainder.slice(0, Math.max(0, missing))) rounded[index] = (rounded[index] ?? 0) + 1;
  return rounded.map((unit) => unit / factor);
}
