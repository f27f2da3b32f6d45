import { environment } from "./support/environment";
import { expect, test } from "./support/fixtures";

test("The admin's dashboard works under its policy: sign in, list products, open one", async ({ page }) => {
  const complaints: string[] = [];
  page.on("console", (message) => {
    // Browsers log the 401 by which the dashboard learns that nobody is signed in.
    if (message.type() === "error" && !message.text().includes("401")) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(`${environment.medusaUrl}/app/login`);
  await page.locator("input[name=email]").fill(environment.admin.email);
  await page.locator("input[name=password]").fill(environment.admin.password);
  await page.locator("button[type=submit]").click();
  await expect(page).toHaveURL(/\/app\/orders/);
  await page.goto(`${environment.medusaUrl}/app/products?q=attendant`);
  await page
    .getByRole("link", { name: /Attendant's Scarf/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { name: "The Attendant's Scarf" })).toBeVisible();
  await expect
    .poll(() =>
      page
        .locator("img")
        .evaluateAll((all) => all.some((each) => (each as HTMLImageElement).naturalWidth > 0)),
    )
    .toBe(true);
  expect(complaints).toEqual([]);
});
