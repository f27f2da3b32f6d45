import type { Page } from "@playwright/test";
import { AMERICAN } from "./support/addresses";
import { expect, test } from "./support/fixtures";
import { SCARF } from "./support/guest";
import { HttpBrowser, readForm } from "./support/http-browser";

/** A well-formed action id of no build, as forms of a page from before a deployment send. */
const UNKNOWN_ACTION = "40".padEnd(42, "0");

/**
 * Makes the page behave as one of an older build.
 * @returns a function that undoes it
 */
async function makeOutdated(page: Page): Promise<() => Promise<void>> {
  await page.route("**/*", (route) => {
    const headers = route.request().headers();
    if (!headers["next-action"]) return route.fallback();
    return route.continue({ headers: { ...headers, "next-action": UNKNOWN_ACTION } });
  });
  return () => page.unroute("**/*");
}

const notice = (page: Page) => page.getByRole("alert").filter({ hasText: "The shop has been updated" });

test("A form of a page from an older build says so, and one click reloads it with what was typed", async ({
  guest,
}) => {
  const ada = await guest();
  const { page } = ada;
  await ada.fillCart();
  await page.goto("/us/checkout?step=address");
  await ada.waitForHydration();
  await ada.fillContact(AMERICAN);
  const deploy = await makeOutdated(page);
  await page.getByRole("button", { name: "Continue to delivery" }).click();
  await expect(notice(page)).toContainText("what you typed is kept");
  const reload = notice(page).getByRole("button", { name: "Reload" });
  await expect(reload).toBeFocused();
  await deploy();
  await reload.click();
  await expect(notice(page)).toHaveCount(0);
  await expect(ada.field("Apartment, floor, c/o")).toHaveValue("Floor 86");
  await expect(ada.field("E-mail")).toHaveValue(ada.identity.email);
  await expect(page.getByRole("combobox", { name: "State" })).toHaveValue("NY");
  await page.getByRole("button", { name: "Continue to delivery" }).click();
  await expect(page).toHaveURL("/us/checkout?step=delivery");
});

test("An add on a page from an older build is undone, and works after the reload", async ({ guest }) => {
  const ada = await guest();
  const { page } = ada;
  await ada.openProduct(SCARF);
  const deploy = await makeOutdated(page);
  await page.getByRole("button", { name: "Add to cart" }).click();
  await expect(notice(page)).toBeVisible();
  await expect(ada.cartLink).toHaveText("Cart (0)");
  await deploy();
  await notice(page).getByRole("button", { name: "Reload" }).click();
  await ada.waitForHydration();
  await expect(page.getByRole("radio", { name: "Oat" })).toBeChecked();
  await page.getByRole("button", { name: "Add to cart" }).click();
  await ada.waitForCart();
  await expect(ada.cartLink).toHaveText("Cart (1)");
});

test("A password is not kept over the reload", async ({ guest }) => {
  const ada = await guest();
  const { page } = ada;
  await page.goto("/us/login");
  await ada.waitForHydration();
  await ada.field("E-mail").fill(ada.identity.email);
  await page.getByLabel("Password", { exact: true }).fill("not a password of anybody's");
  const deploy = await makeOutdated(page);
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await expect(notice(page)).toBeVisible();
  await deploy();
  await notice(page).getByRole("button", { name: "Reload" }).click();
  await expect(ada.field("E-mail")).toHaveValue(ada.identity.email);
  await expect(page.getByLabel("Password", { exact: true })).toHaveValue("");
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain(ada.identity.email);
});

test("Without JavaScript a form from an older build gets a page that links back to it", async () => {
  const browser = new HttpBrowser();
  const { html } = await browser.get("/us/login?next=%2Fus%2Fcart");
  const form = readForm(html, "sign-in").map(([name, value]): [string, string] => [
    name,
    value.replace(/"id":"[\da-f]{42}"/, `"id":"${UNKNOWN_ACTION}"`),
  ]);
  const response = await browser.post("/us/login?next=%2Fus%2Fcart", form, { email: "ada@cloakroom.test" });
  expect(response.status).toBe(409);
  expect(response.html).toContain("The shop has been updated");
  expect(response.html).toContain('<a href="/us/login?next=%2Fus%2Fcart">Load the page anew</a>');
});
