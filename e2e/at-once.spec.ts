import type { Page } from "@playwright/test";
import { expect, openMachine, Shopper, test } from "./shopper";

const REQUESTS = 20;

/** Who the shop takes this browser for, asked many times in one moment. */
async function ask(page: Page): Promise<Set<string | undefined>> {
  const names = await page.evaluate(async (count) => {
    const answers = await Promise.all(Array.from({ length: count }, () => fetch("/api/shopper")));
    type Shopper = { customer: { firstName: string } | null };
    const shoppers = await Promise.all(answers.map((answer) => answer.json() as Promise<Shopper>));
    return shoppers.map(({ customer }) => customer?.firstName);
  }, REQUESTS);
  expect(names).toHaveLength(REQUESTS);
  return new Set(names);
}

test("Shoppers who ask at the same moment are each answered with their own name, and a guest with none", async ({
  page,
  browser,
}) => {
  const shoppers: Shopper[] = [];
  for (let number = 0; number < 2; number += 1) {
    const machine = await openMachine(browser);
    const shopper = new Shopper(await machine.newPage());
    await shopper.register();
    shoppers.push(shopper);
  }
  await page.goto("/us");
  const [guests, ...named] = await Promise.all([page, ...shoppers.map((each) => each.page)].map(ask));
  expect(guests, "a guest's names").toEqual(new Set([undefined]));
  for (const [index, names] of named.entries())
    expect(names, "a shopper's names").toEqual(new Set([shoppers[index]?.identity.firstName]));
  for (const shopper of shoppers) await shopper.page.context().close();
});
