/** Decimals of a minor unit that are significant; the rest is floating-point noise. */
const NOISE_DIGITS = 6;

/** Decimals of a currency: 2 for usd, 0 for jpy. */
function countDecimals(currencyCode: string): number {
  const format = new Intl.NumberFormat("en", { style: "currency", currency: currencyCode });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

/** An amount in major units as the nearest whole number of minor units: 24.505 usd is 2451. */
export function toMinorUnits(amount: number, currencyCode: string): number {
  return Math.round(Number((amount * 10 ** countDecimals(currencyCode)).toFixed(NOISE_DIGITS)));
}

/** A number of minor units in major units: 2451 usd is 24.51. */
export function fromMinorUnits(units: number, currencyCode: string): number {
  return units / 10 ** countDecimals(currencyCode);
}

/**
 * Rounds the parts of a sum so that the displayed parts add up to the displayed sum, by the largest remainder. The
 * storefront has the same function (lib/money.ts). Every part changes by less than one minor unit.
 * @param parts in major units; discounts are negative
 * @param sum in major units, within one minor unit of the parts' sum
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
