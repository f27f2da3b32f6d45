/** An amount in the currency's major unit (12.5 dollars, 1200 yen), as Medusa 2 gives it. Displayed, never computed with. */
export type Money = { amount: number; currency: string };

/**
 * Money as a shopper of that locale writes it: `$118.00`, `¥16,800`. Intl knows each currency's decimals.
 * @param locale a BCP 47 tag, such as `en-GB`
 */
export function formatMoney({ amount, currency }: Money, locale: string): string {
  return new Intl.NumberFormat(locale, { style: "currency", currency: currency.toUpperCase() }).format(
    amount,
  );
}
