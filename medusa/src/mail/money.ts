/** Formats an amount in major units: 24.5 gbp is "£24.50", 3000 jpy is "¥3,000". */
export function formatMoney(amount: number, currencyCode: string): string {
  const format = new Intl.NumberFormat("en", {
    style: "currency",
    currency: currencyCode,
    currencyDisplay: "narrowSymbol",
  });
  // Negative zero would be formatted as "-£0.00".
  return format.format(amount || 0);
}
