import { AMERICAN, FRENCH } from "./support/addresses";
import { expect, test } from "./support/fixtures";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("Addresses are added, changed, made the default and deleted, and the backend has each change", async ({
      shopper,
      backend,
    }) => {
      const ida = await shopper();
      const { page } = ida;
      const cards = page.getByRole("main").getByTestId("address-container");
      await page.goto("/us/account/addresses");
      await page.getByRole("link", { name: "Add an address" }).click();
      await ida.fillAddress({ ...AMERICAN, texts: { ...AMERICAN.texts, "ZIP code": "1O118" } });
      await page.getByRole("button", { name: "Save address" }).click();
      await expect(ida.field("ZIP code")).toHaveAccessibleDescription(/Enter a ZIP code such as 10001/);
      await ida.field("ZIP code").fill("10118");
      await page.getByRole("button", { name: "Save address" }).click();
      await expect(cards).toHaveCount(1);
      await expect(cards).toContainText("Default");

      await page.goto("/fr/account/addresses");
      await page.getByRole("link", { name: "Add an address" }).click();
      await ida.fillAddress(FRENCH);
      await page.getByRole("button", { name: "Save address" }).click();
      await expect(cards).toHaveCount(2);

      await cards.filter({ hasText: "Paris" }).getByRole("link", { name: "Edit" }).click();
      await ida.field("Address").fill("7 rue de l’Échelle");
      await page.getByRole("button", { name: "Save address" }).click();
      await expect(cards.filter({ hasText: "7 rue de l’Échelle" })).toHaveCount(1);
      await cards.filter({ hasText: "Paris" }).getByRole("button", { name: "Make default" }).click();
      await expect(cards.first()).toContainText("Paris");
      await expect(cards.first()).toContainText("Default");
      await cards.filter({ hasText: "New York" }).getByRole("button", { name: "Delete" }).click();
      await expect(cards).toHaveCount(1);

      const { addresses } = await backend.findCustomer(ida.identity.email);
      expect(addresses).toEqual([
        expect.objectContaining({
          ...ida.ownAddress(FRENCH).stored,
          address_1: "7 rue de l’Échelle",
          is_default_shipping: true,
          is_default_billing: true,
        }),
      ]);
    });
  });
}

test("The address form changes with the country and keeps what was typed", async ({ shopper }) => {
  const ida = await shopper();
  const { page } = ida;
  await page.goto("/us/account/addresses?edit=new");
  await ida.waitForHydration();
  await expect(page.getByRole("combobox", { name: "State" })).toBeVisible();
  await ida.field("City").fill("Paris");
  await page.getByRole("combobox", { name: "Country" }).focus();
  await page.getByRole("combobox", { name: "Country" }).selectOption("fr");
  await expect(page.getByRole("combobox", { name: "State" })).toHaveCount(0);
  await expect(ida.field("City")).toHaveValue("Paris");
  await expect(page.getByRole("combobox", { name: "Country" })).toBeFocused();
  await ida.fillAddress(FRENCH);
  await page.getByRole("button", { name: "Save address" }).click();
  await expect(page.getByRole("main").getByTestId("address-container")).toContainText("75001 Paris");
});

test("Another customer's address is neither shown nor changed", async ({ shopper, backend }) => {
  const ida = await shopper();
  const { page } = ida;
  await page.goto("/us/account/addresses?edit=new");
  await ida.fillAddress(AMERICAN);
  await page.getByRole("button", { name: "Save address" }).click();
  await expect(page.getByRole("main").getByTestId("address-container")).toHaveCount(1);
  const [own] = (await backend.findCustomer(ida.identity.email)).addresses;

  const stranger = await shopper();
  await stranger.page.goto(`/us/account/addresses?edit=${own?.id}`);
  await expect(stranger.page.getByRole("main")).not.toContainText("Fifth Avenue");
  await stranger.page.goto("/us/account/addresses?edit=new");
  await stranger.waitForHydration();
  await stranger.fillAddress(AMERICAN);
  await stranger.field("City").fill("Gotham");
  await stranger.page
    .locator("form", { has: stranger.page.getByRole("button", { name: "Save address" }) })
    .evaluate((form, id) => {
      const input = Object.assign(document.createElement("input"), { type: "hidden", name: "id", value: id });
      form.append(input);
    }, own?.id ?? "");
  await stranger.page.getByRole("button", { name: "Save address" }).click();
  await expect(stranger.page.getByText("We could not find that.")).toBeVisible();
  expect((await backend.findCustomer(ida.identity.email)).addresses).toEqual([
    expect.objectContaining({ id: own?.id, city: "New York" }),
  ]);
});
