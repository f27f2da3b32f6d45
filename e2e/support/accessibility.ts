import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/**
 * What axe finds in the page as it stands, or in one part of it, in light and in dark. No page of the shop has a frame,
 * so axe runs in the page itself ("legacy mode"): without a blank page beside it, to put frames together in, half as long.
 */
export async function expectAccessible(page: Page, name: string, part = "html"): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().include(part).analyze();
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target }) => `${id}: ${target.join(" ")}`),
    );
    expect(found, `${name}, ${colorScheme}`).toEqual([]);
  }
}

/** Nobody has to move the page sideways to read it. */
export async function expectNoHorizontalScroll(page: Page, name: string): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, `${name}: how much wider than the screen`).toBeLessThanOrEqual(0);
}
