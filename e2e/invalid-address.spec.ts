import { AMERICAN, FRENCH, JAPANESE, type TestAddress } from "./support/addresses";
import { expect, test } from "./support/fixtures";
import { SCARF, type Guest } from "./support/guest";
import { HttpBrowser } from "./support/http-browser";

type Mistake = { address: TestAddress; label: string; typed: string; message: string };

const MISTAKES: Mistake[] = [
  {
    address: AMERICAN,
    label: "ZIP code",
    typed: "1O118",
    message: "Enter a ZIP code such as 10001.",
  },
  {
    address: JAPANESE,
    label: "Postal code",
    typed: "1000",
    message: "Enter a postal code such as 100-0001.",
  },
  {
    address: FRENCH,
    label: "Postal code",
    typed: "SW1A 1AA",
    message: "Enter a postal code such as 75001.",
  },
  {
    address: FRENCH,
    label: "E-mail",
    typed: "ada(at)example",
    message: "That does not look like an e-mail address, such as name@example.com.",
  },
  {
    address: FRENCH,
    label: "Phone",
    typed: "call me",
    message: "Please use digits, such as +44 20 7946 0018.",
  },
  { address: FRENCH, label: "City", typed: "P".repeat(121), message: "City is too long." },
];

async function sendAddress({ page }: Guest): Promise<void> {
  await page.getByRole("button", { name: "Continue to delivery" }).click();
}

for (const { address, label, typed, message } of MISTAKES) {
  test(`"${typed.slice(0, 20)}" as ${label} in ${address.country.toUpperCase()}: the field says what is wrong, has the focus, and nothing is lost`, async ({
    guest,
  }) => {
    const ada = await guest();
    const { page } = ada;
    const { email } = ada.identity;
    await ada.fillCart({ ...SCARF, country: address.country });
    await page.goto(`/${address.country}/checkout`);
    await ada.fillContact(address);
    await ada.field(label).fill(typed);
    await sendAddress(ada);

    const field = ada.field(label);
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(field).toHaveAccessibleDescription(new RegExp(message.replaceAll(/[.+]/g, "\\$&")));
    await expect(field).toBeFocused();
    await expect(page.locator("[aria-invalid=true]")).toHaveCount(1);
    const expected = { "E-mail": email, ...ada.ownAddress(address).texts, [label]: typed };
    for (const [each, text] of Object.entries(expected)) await expect(ada.field(each)).toHaveValue(text);
    await expect(page).toHaveURL(`/${address.country}/checkout?step=address`);

    const right =
      { "E-mail": email, Phone: "+33 1 42 60 30 30", ...ada.ownAddress(address).texts }[label] ?? "";
    await field.fill(right);
    await sendAddress(ada);
    await expect(page).toHaveURL(`/${address.country}/checkout?step=delivery`);
  });
}

test("An empty address marks every missing field, and the first gets the focus", async ({ guest }) => {
  const ada = await guest();
  const { page } = ada;
  await ada.fillCart();
  await page.goto("/us/checkout");
  await sendAddress(ada);
  await expect(ada.field("E-mail")).toBeFocused();
  await expect(ada.field("E-mail")).toHaveAccessibleDescription(/Please enter your e-mail address\./);
  for (const label of ["First name", "Last name", "Address", "City"])
    await expect(ada.field(label)).toHaveAccessibleDescription(`${label} is missing.`);
  await expect(page.getByRole("combobox", { name: "State" })).toHaveAccessibleDescription(
    "Please choose a state.",
  );
});

test("A separate billing address is validated as well, and the shipping address is kept", async ({
  guest,
}) => {
  const ada = await guest();
  const { page } = ada;
  await ada.fillCart({ ...SCARF, country: "fr" });
  await page.goto("/fr/checkout");
  await ada.fillContact(FRENCH);
  await page.getByRole("checkbox", { name: "Billing address is the same" }).uncheck();
  await sendAddress(ada);
  const first = page.getByTestId("billing-first-name-input");
  await expect(first).toBeFocused();
  await expect(first).toHaveAccessibleDescription("First name is missing.");
  await expect(page.getByTestId("shipping-city-input")).toHaveValue("Paris");
  await expect(page.getByRole("checkbox", { name: "Billing address is the same" })).not.toBeChecked();
});

/** Characters that contact lists, mails and full-width keyboards add, in every field at once. */
const COPIED: { country: string; typed: Record<string, string>; shown: string[] }[] = [
  {
    country: "jp",
    typed: {
      email: "ｐｒｏｍｉｓｅｄ＠ｃｌｏａｋｒｏｏｍ．ｔｅｓｔ",
      "shipping.firstName": "\u202aAda\u202c",
      "shipping.lastName": "Love\u200blace",
      "shipping.address1": "千代田１－１",
      "shipping.city": "\ufeff千代田区",
      "shipping.postalCode": "〒１００－０００１",
      "shipping.province": "東京都",
      "shipping.phone": "\u202a０３ー１２３４ー５６７８\u202c",
    },
    shown: [
      "promised@cloakroom.test",
      "Ada Lovelace",
      "千代田1-1",
      "100-0001 千代田区",
      "Tokyo",
      "03-1234-5678",
    ],
  },
  {
    country: "de",
    typed: { "shipping.postalCode": "D–10115", "shipping.phone": "tel:+49-30-1234567;ext=12" },
    shown: ["10115 Berlin", "+49-30-1234567 ext. 12"],
  },
  {
    country: "us",
    typed: { "shipping.city": "APO", "shipping.province": "AE", "shipping.postalCode": "09012 1234" },
    shown: ["APO, AE 09012-1234"],
  },
  {
    country: "us",
    typed: { "shipping.city": "Hagåtña", "shipping.province": "GU", "shipping.phone": "(671) 555-0100x7" },
    shown: ["Hagåtña, GU 10115", "(671) 555-0100 ext. 7"],
  },
];

for (const { country, typed, shown } of COPIED) {
  test(`An address is taken as it was meant, whatever copying has added: ${shown[0]}`, async () => {
    const guest = new HttpBrowser();
    const scarf = { "option:Colour": "Oat", quantity: "1", then: "cart" };
    await guest.submit(`/${country}/products/attendants-scarf`, "handle", scarf);
    const response = await guest.submit(`/${country}/checkout?step=address`, "address", {
      email: "promised@cloakroom.test",
      "shipping.firstName": "Ada",
      "shipping.lastName": "Lovelace",
      "shipping.address1": "1 Main Street",
      "shipping.city": "Berlin",
      "shipping.postalCode": "10115",
      "shipping.province": "",
      "shipping.country": country,
      sameAsBilling: "on",
      ...typed,
    });
    expect(response.location).toBe(`/${country}/checkout?step=delivery`);
    for (const text of shown) expect(response.html).toContain(text);
  });
}
