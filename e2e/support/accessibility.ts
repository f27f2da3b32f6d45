import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** The rules that look at colours; all others find in dark mode what they find in light mode. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

/**
 * Expects axe to find nothing in the page, or in one part of it, in light and in dark mode. The shop has no frames,
 * so axe runs in the page itself ("legacy mode"), which halves its time.
 * @param part a CSS selector
 */
export async function expectAccessible(page: Page, name: string, part = "html"): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const axe = new AxeBuilder({ page })
      .setLegacyMode()
      .include(part)
      .options({
        resultTypes: ["violations"],
        ...(colorScheme === "dark" ? { runOnly: COLOUR_RULES } : {}),
      });
    const { violations } = await axe.analyze();
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target }) => `${id}: ${target.join(" ")}`),
    );
    expect(found, `${name}, ${colorScheme}`).toEqual([]);
  }
}

/** Expects the page to be no wider than the screen. */
export async function expectNoHorizontalScroll(page: Page, name: string): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, `${name}: how much wider than the screen`).toBeLessThanOrEqual(0);
}
