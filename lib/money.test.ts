import { expect, test } from "vitest";
import { formatMoney } from "@/lib/money";

test.each([
  [{ amount: 118, currency: "usd" }, "en-US", "$118.00"],
  [{ amount: 12.5, currency: "gbp" }, "en-GB", "£12.50"],
  [{ amount: 105, currency: "eur" }, "en-IE", "€105.00"],
  [{ amount: 16_800, currency: "jpy" }, "en-US", "¥16,800"],
])("%o in %s reads %s", (money, locale, text) => {
  expect(formatMoney(money, locale)).toBe(text);
});
