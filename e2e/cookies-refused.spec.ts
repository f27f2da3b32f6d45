import { toLanUrl, withLanBrowser } from "./support/lan-browser";
import { environment } from "./support/environment";
import { expect, test } from "./support/fixtures";

test("A browser that rejects the shop's cookies is told the consequence and the remedy", async () => {
  await withLanBrowser(async (context) => {
    const page = await context.newPage();
    await page.goto(`${toLanUrl(environment.baseUrl)}/us`);
    await expect(page.getByText("Your browser does not keep this shop’s cookies here")).toBeVisible();
    await expect(page.getByText("Please open the shop over https, or on localhost.")).toBeVisible();
    await page.getByRole("button", { name: "Dismiss" }).click();
    await expect(page.getByTestId("cookies-refused")).toHaveCount(0);
  });
});

test("A browser that accepts them sees no message, and the test cookie is deleted", async ({ guest }) => {
  const ada = await guest();
  await ada.page.goto("/us/login");
  await ada.waitForHydration();
  await expect(ada.page.getByTestId("cookies-refused")).toHaveCount(0);
  expect((await ada.context.cookies()).map(({ name }) => name)).not.toContain("cookie-probe");
});
