import { AdminApi } from "./support/admin-api";
import { expect, test } from "./support/fixtures";
import { newIdentity } from "./support/identity";
import { HttpBrowser } from "./support/http-browser";

const SCARF = { "option:Colour": "Oat", quantity: "1", then: "cart" };
const HOME = {
  "shipping.firstName": "Ada",
  "shipping.lastName": "Lovelace",
  "shipping.address1": "350 Fifth Avenue",
  "shipping.city": "New York",
  "shipping.province": "NY",
  "shipping.postalCode": "10118",
  "shipping.country": "us",
  "shipping.phone": "+1 212 555 0100",
};
const OFFICE = { ...HOME, "shipping.address1": "1 Ledger Lane", "shipping.phone": "" };

test("A saved address can be changed for one order alone, and the billing address is the chosen one", async ({
  people,
  backend,
}) => {
  const { canary, firstName, lastName, email, password } = newIdentity("shopper");
  people.canaries.push(canary);
  const ida = new HttpBrowser();
  await ida.submit("/us/register", "password", { firstName, lastName, email, password });
  for (const address of [HOME, OFFICE])
    await ida.submit("/us/account/addresses?edit=new", "saved-address", address);
  const book = async () => (await backend.findCustomer(email)).addresses;
  const office = (await book()).find(({ address_1 }) => address_1 === "1 Ledger Lane")?.id ?? "";
  await ida.submit("/us/account/addresses", `address-billing-button-${office}`, {});
  expect((await ida.get("/us/account/profile")).html).toMatch(
    /account-billing-address-editor.*1 Ledger Lane/s,
  );
  const home = (await book()).find(({ address_1 }) => address_1 === "350 Fifth Avenue")?.id ?? "";

  await ida.submit("/us/products/attendants-scarf", "handle", SCARF);
  const form = (await ida.get("/us/checkout?step=address")).html;
  expect(form).toContain(`/us/checkout?step=address&amp;edit=${home}`);
  const changed = await ida.submit(`/us/checkout?step=address&edit=${home}`, "address", {
    "shipping.province": "NY",
    "shipping.country": "us",
    "shipping.phone": "+1 646 555 0199",
    "billing.province": "NY",
    "billing.country": "us",
  });
  expect(changed.location).toBe("/us/checkout?step=delivery");
  const shipping = /shipping-contact-summary.*?<\/div>/s.exec(changed.html)?.[0];
  expect(shipping).toContain("+1 646 555 0199");
  expect(changed.html).toMatch(/shipping-address-summary.*?350 Fifth Avenue/s);
  expect(changed.html).toMatch(/billing-address-summary.*?1 Ledger Lane/s);
  expect((await book()).map(({ phone }) => phone).toSorted()).toEqual(["", "+1 212 555 0100"]);

  // The address was the default for both parcels and bills: both defaults move together.
  await ida.submit("/us/account/addresses", `address-billing-button-${home}`, {});
  await ida.submit("/us/account/addresses", `address-default-button-${office}`, {});
  expect((await book()).find(({ id }) => id === home)).toMatchObject({
    is_default_shipping: false,
    is_default_billing: false,
  });
});

test("A country that the shopkeeper adds to a region can be delivered to without a code change", async () => {
  const admin = await AdminApi.signIn();
  type Regions = { regions: { id: string; countries: { iso_2: string }[] }[] };
  const { regions } = await admin.get<Regions>("/regions?fields=id,*countries&limit=50");
  const region = regions.find(({ countries }) => countries.some(({ iso_2 }) => iso_2 === "jp"));
  const codes = (region?.countries ?? []).map(({ iso_2 }) => iso_2);
  const setCountries = (countries: string[]) => admin.post(`/regions/${region?.id}`, { countries });
  try {
    await setCountries([...codes, "tw"]);
    const guest = new HttpBrowser();
    await guest.submit("/jp/products/attendants-scarf", "handle", SCARF);
    const { html } = await guest.get("/jp/checkout?step=address");
    expect(html).toMatch(/<option value="tw"[^>]*>Taiwan<\/option>/);
    const response = await guest.submit("/jp/checkout?step=address", "address", {
      ...HOME,
      email: "promised@cloakroom.test",
      "shipping.city": "Taipei",
      "shipping.province": "",
      "shipping.postalCode": "100-01",
      "shipping.country": "tw",
      sameAsBilling: "on",
    });
    expect(response.location).toBe("/jp/checkout?step=delivery");
    expect(response.html).toContain("100-01 Taipei");
    expect(response.html).toContain("Taiwan");
    await guest.submit("/jp/products/attendants-scarf", "handle", SCARF);
    expect((await guest.get("/jp/checkout?step=delivery")).html, "after another add").toContain("Taiwan");
  } finally {
    await setCountries(codes);
  }
});
