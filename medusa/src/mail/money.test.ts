import { describe, expect, it } from "vitest";
import { formatMoney } from "./money";

describe("formatMoney", () => {
  it.each([
    [24.5, "gbp", "£24.50"],
    [105, "eur", "€105.00"],
    [1234.5, "usd", "$1,234.50"],
    [16800, "jpy", "¥16,800"],
    [30247.2, "jpy", "¥30,247"],
    [-3.2, "gbp", "-£3.20"],
    [-0, "gbp", "£0.00"],
  ])("writes %d %s as %s", (amount, currency, text) => {
    expect(formatMoney(amount, currency)).toBe(text);
  });
});
