/* oxlint-disable no-empty-pattern -- Playwright reads what a fixture needs off its pattern. */
import { sendControl } from "./support/controls";
import { environment } from "./support/environment";
import { expect, test as base } from "./support/fixtures";
import { newIdentity } from "./support/identity";
import { HttpBrowser, readForm } from "./support/http-browser";

/** Makes the second storefront serve a build that was made without a backend, as in most pipelines. */
const test = base.extend<{ buildWithoutBackend: void }>({
  baseURL: async ({}, provide) => provide(environment.secondBaseUrl),
  buildWithoutBackend: [
    async ({}, provide) => {
      await sendControl("second-storefront/serve-build-without-backend");
      await provide();
      await sendControl("second-storefront/serve-regular-build");
    },
    { auto: true, timeout: 300_000 },
  ],
});

const CATALOG_PAGES = [
  "/us",
  "/gb/store",
  "/us/store?sortBy=price_asc&page=2",
  "/de/categories/hats",
  "/us/collections/city-rain",
];

test("A shop that was built without a backend renders its catalogue on the first visit", async ({ page }) => {
  await page.goto("/us");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByTestId("price"), "the first visitor sees what was built").toHaveCount(0);
  for (const path of CATALOG_PAGES) {
    await expect(async () => {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 }), path).toBeVisible();
      await expect(page.getByTestId("price").first(), path).toBeVisible({ timeout: 1000 });
    }).toPass();
  }
  await page.goto("/us/products/attendants-scarf");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The Attendant's Scarf");
});

test("A form of one build is accepted by an instance of a separate build of the same sources", async () => {
  const { email, password } = newIdentity("guest");
  const browser = new HttpBrowser(environment.baseUrl);
  const { html } = await browser.get("/us/login");
  const elsewhere = browser.atOrigin(environment.secondBaseUrl);
  const response = await elsewhere.post("/us/login", readForm(html, "sign-in"), { email, password });
  expect(response.status).toBe(200);
  expect(response.html).toContain("That e-mail address and password do not belong together.");
});
