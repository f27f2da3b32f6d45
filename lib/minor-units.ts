import type { Money } from "@/lib/money";

/** Amounts are computed to a millionth of the smallest unit: what is left beyond that is floating-point noise. */
const NOISE_DIGITS = 6;

/** How many decimals a currency is written with: 2 for usd, 0 for jpy. */
function countDecimals(currency: string): number {
  const format = new Intl.NumberFormat("en", { style: "currency", currency: currency.toUpperCase() });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

/** An amount in the currency's smallest unit, with what is less than one unit still on it: 3.335 dollars are 333.5. */
function toMinorUnits({ amount, currency }: Money): number {
  return Number((amount * 10 ** countDecimals(currency)).toFixed(NOISE_DIGITS));
}

function fromMinorUnits(units: number, currency: string): Money {
  // A negative zero would be written as "-$0.00".
  return { amount: units / 10 ** countDecimals(currency) || 0, currency };
}

/** An amount as it is written and charged: rounded half up to the currency's smallest unit. */
export function roundMoney(money: Money): Money {
  return fromMinorUnits(Math.round(toMinorUnits(money)), money.currency);
}

/**
 * Rounds the parts of a sum so that they add up to it as they are written (the largest-remainder method). Every part
 * stays within one unit of what it is, and one that is whole already stays as it is.
 * @param parts amounts in the currency's major unit; what is taken off is negative
 * @param sum rounded, and no more than one unit from what the parts come to
 */
export function roundParts<const Parts extends readonly number[]>(
  parts: Parts,
  sum: Money,
): { -readonly [Index in keyof Parts]: Money } {
  const { currency } = sum;
  const units = parts.map((amount) => toMinorUnits({ amount, currency }));
  const rounded = units.map(Math.floor);
  const missing = Math.round(toMinorUnits(sum)) - rounded.reduce((total, unit) => total + unit, 0);
  const byRemainder = [...units.keys()].toSorted((a, b) => getRemainder(units, b) - getRemainder(units, a));
  for (const index of byRemainder.slice(0, Math.max(0, missing))) rounded[index] = (rounded[index] ?? 0) + 1;
  return rounded.map((unit) => fromMinorUnits(unit, currency)) as { -readonly [Index in keyof Parts]: Money };
}

function getRemainder(units: readonly number[], index: number): number {
  const unit = units[index] ?? 0;
  return unit - Math.floor(unit);
}
