import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Day } from "@/components/ui/day";
import { findMarket, MARKETS } from "@/lib/markets";

/** Late on a Saturday in Greenwich. */
const AT = "2026-11-21T23:30:00.000Z";

test.each([
  ["us", "November 21, 2026"],
  ["gb", "21 November 2026"],
  ["de", "22 November 2026"],
  ["jp", "November 22, 2026"],
])("in %s it is %s", (country, day) => {
  const market = findMarket(country) ?? MARKETS[0];
  expect(renderToStaticMarkup(Day({ at: AT, market, testId: "day" }))).toBe(
    `<time dateTime="${AT}" data-testid="day">${day}</time>`,
  );
});
