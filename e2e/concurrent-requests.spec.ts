import type { Page } from "@playwright/test";
import { expect, test } from "./support/fixtures";

const REQUEST_COUNT = 20;

/** First names that the API returns to this browser for many simultaneous requests. */
async function fetchFirstNames(page: Page): Promise<Set<string | undefined>> {
  const names = await page.evaluate(async (count) => {
    const responses = await Promise.all(Array.from({ length: count }, () => fetch("/api/shopper")));
    type Shopper = { customer: { firstName: string } | null };
    const shoppers = await Promise.all(responses.map((response) => response.json() as Promise<Shopper>));
    return shoppers.map(({ customer }) => customer?.firstName);
  }, REQUEST_COUNT);
  expect(names).toHaveLength(REQUEST_COUNT);
  return new Set(names);
}

test("Shoppers who ask at the same moment are each answered with their own name, and a guest with none", async ({
  guest,
  shopper,
}) => {
  const [ada, ida, eve] = [await guest(), await shopper(), await shopper()];
  await ada.page.goto("/us");
  const [guests, idas, eves] = await Promise.all([ada, ida, eve].map(({ page }) => fetchFirstNames(page)));
  expect(guests, "a guest's names").toEqual(new Set([undefined]));
  expect(idas, "a shopper's names").toEqual(new Set([ida.identity.firstName]));
  expect(eves, "a shopper's names").toEqual(new Set([eve.identity.firstName]));
});
