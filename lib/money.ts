/** An amount in the currency's major unit (12.5 dollars, 1200 yen), as in Medusa 2. For display, not for arithmetic. */
export type Money = { amount: number; currency: string };

/**
 * Formats an amount: `$118.00`, `¥16,800`.
 * @param locale a BCP 47 tag, such as `en-GB`
 */
export function formatMoney({ amount, currency }: Money, locale: string): string {
  return new Intl.NumberFormat(locale, { style: "currency", currency: currency.toUpperCase() }).format(
    amount,
  );
}

/** Minor units are rounded to this many digits, which removes floating-point noise. */
const NOISE_DIGITS = 6;

/** The number of decimals of a currency: 2 for usd, 0 for jpy. */
function countDecimals(currency: string): number {
  const format = new Intl.NumberFormat("en", { style: "currency", currency: currency.toUpperCase() });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

/** An amount in the currency's minor unit, fractions included: 333.5 for 3.335 dollars. */
function toMinorUnits({ amount, currency }: Money): number {
  return Number((amount * 10 ** countDecimals(currency)).toFixed(NOISE_DIGITS));
}

function fromMinorUnits(units: number, currency: string): Money {
  // Intl formats a negative zero as "-$0.00".
  return { amount: units / 10 ** countDecimals(currency) || 0, currency };
}

/** Rounds an amount half up to the currency's minor unit, as it is displayed and charged. */
export function roundMoney(money: Money): Money {
  return fromMinorUnits(Math.round(toMinorUnits(money)), money.currency);
}

/**
 * Rounds the parts of a sum so that the rounded parts add up to it (largest-remainder method). Each part changes by less
 * than one minor unit; whole parts do not change.
 * @param parts amounts in the currency's major unit; deductions are negative
 * @param sum rounded, within one minor unit of the sum of the parts
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
