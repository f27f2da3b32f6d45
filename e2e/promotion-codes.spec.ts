import { expect, test as base } from "./support/fixtures";
import { newIdentity } from "./support/identity";
import { HttpBrowser } from "./support/http-browser";
import { newPromotionCode, Promotions, readPromotionRows, readAmount } from "./support/promotions";
import { MedusaStoreApi } from "./support/medusa-store-api";

const test = base.extend<{ promotions: Promotions; ada: HttpBrowser }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs off its pattern.
  promotions: async ({}, provide) => {
    const promotions = await Promotions.signIn();
    await provide(promotions);
    await promotions.cleanUp();
  },
  /** A guest without JavaScript with a scarf of $118 in the cart. */
  // oxlint-disable-next-line no-empty-pattern -- as above
  ada: async ({}, provide) => {
    const browser = new HttpBrowser();
    const typed = { "option:Colour": "Oat", quantity: "1", then: "cart" };
    await browser.submit("/us/products/attendants-scarf", "handle", typed);
    await provide(browser);
  },
});

const DAY = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString();

const applyCode = async (ada: HttpBrowser, code: string) =>
  (await ada.submit("/us/cart", "promotion", { code })).html;
const removeCode = (ada: HttpBrowser, code: string) => ada.submit("/us/cart", `promotion ${code}`, {});

test("A code is accepted in any case, width and with pasted characters around it, and shown in the shopkeeper's spelling", async ({
  promotions,
  ada,
}) => {
  const code = newPromotionCode("Spring");
  await promotions.create({ code });
  const fullWidth = [...code.toUpperCase()]
    .map((character) => String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0))
    .join("");
  const typed = [
    code.toLowerCase(),
    fullWidth,
    ` “${code}”\u00a0`,
    `\u202a${code.replace("-", "\u2011\u200b")}`,
  ];
  for (const each of typed) {
    expect(readPromotionRows(await applyCode(ada, each)), each).toMatchObject([{ status: "applied" }]);
    const shown = (await ada.get("/us/cart")).html;
    expect(shown).toContain(code);
    expect(readAmount(shown, "cart-discount")).toBe(11.8);
    await removeCode(ada, code);
    expect(readPromotionRows((await ada.get("/us/cart")).html)).toEqual([]);
  }
});

test("Of two codes that differ in case only, the one that is spelt exactly so is meant", async ({
  promotions,
  ada,
}) => {
  const code = newPromotionCode("Autumn");
  await promotions.create({ code, application_method: { value: 20 } });
  await promotions.create({ code: code.toUpperCase(), application_method: { value: 30 } });
  expect(readPromotionRows(await applyCode(ada, code.toUpperCase()))[0]?.text).toContain("30% off");
  await removeCode(ada, code.toUpperCase());
  expect(readPromotionRows(await applyCode(ada, code))[0]?.text).toContain("20% off");
});

test("A code without an effect yet is kept, says what it waits for, and takes effect then", async ({
  ada,
}) => {
  expect(readPromotionRows(await applyCode(ada, "shipfree"))).toMatchObject([
    { status: "waiting", text: expect.stringContaining("SHIPFREE takes effect when you choose a delivery.") },
  ]);
  await ada.submit("/us/products/attendants-scarf", "handle", { "option:Colour": "Oat", then: "cart" });
  expect(readPromotionRows((await ada.get("/us/cart")).html), "after another change").toMatchObject([
    { status: "waiting" },
  ]);
  const step = await ada.submit("/us/checkout?step=address", "address", {
    email: "promised@cloakroom.test",
    "shipping.firstName": "Ada",
    "shipping.lastName": "Lovelace",
    "shipping.address1": "350 Fifth Avenue",
    "shipping.city": "New York",
    "shipping.province": "NY",
    "shipping.postalCode": "10118",
    "shipping.country": "us",
  });
  expect(step.location).toBe("/us/checkout?step=delivery");
  const paid = await ada.submit("/us/checkout?step=delivery", "optionId", {});
  expect(paid.location).toBe("/us/checkout?step=payment");
  const [code] = readPromotionRows(paid.html);
  expect(code).toMatchObject({ status: "applied", text: expect.stringContaining("Free delivery") });
  expect(readAmount(paid.html, "cart-shipping")).toBe(8);
  expect(readAmount(paid.html, "cart-discount")).toBe(8);
});

test("Each reason for which a code takes nothing off is said, and what it would give", async ({
  promotions,
  ada,
  product,
}) => {
  const rule = (attribute: string, operator: string, ...values: string[]) => ({
    attribute,
    operator,
    values,
  });
  const scarves = rule("items.product.id", "in", product.id);
  const cases: [string, string, object][] = [
    ["takes effect from $500.00 on.", "10% off", { rules: [rule("item_total", "gte", "500")] }],
    [
      "is for other items than those in your cart.",
      "10% off selected items",
      { application_method: { target_rules: [scarves] } },
    ],
    [
      "is not for orders in US dollars.",
      "€5.00 off",
      { application_method: { type: "fixed", value: 5, currency_code: "eur" } },
    ],
    [
      "is for certain customers only.",
      "10% off",
      { rules: [rule("customer.groups.id", "in", "cusgroup_1")] },
    ],
    ["is not for orders to United States.", "10% off", { rules: [rule("region.id", "in", "reg_1")] }],
    ["starts on", "10% off", { campaign: { starts_at: inDays(2) } }],
    [
      "is for other items than those in your cart.",
      "Buy one, get one free",
      {
        type: "buyget",
        application_method: {
          value: 100,
          allocation: "each",
          max_quantity: 1,
          buy_rules: [scarves],
          target_rules: [scarves],
          buy_rules_min_quantity: 1,
          apply_to_quantity: 1,
        },
      },
    ],
  ];
  for (const [sentence, offer, own] of cases) {
    const code = newPromotionCode("WHY");
    await promotions.create({ code, ...own });
    const row = readPromotionRows(await applyCode(ada, code)).find(({ text }) => text.includes(code));
    expect(row).toMatchObject({ status: "waiting" });
    expect(row?.text).toContain(`${code} ${sentence}`);
    expect(row?.text).toContain(offer);
  }
  expect(readPromotionRows((await ada.get("/us/cart")).html)).toHaveLength(cases.length);
});

test("A code that ends or is deleted goes with a word, in the cart and at the checkout, and its discount with it", async ({
  promotions,
  ada,
}) => {
  const [ends, deleted] = [newPromotionCode("ENDS"), newPromotionCode("GOES")];
  const { campaignId } = await promotions.create({ code: ends, campaign: { starts_at: inDays(-2) } });
  const { id } = await promotions.create({ code: deleted });
  await applyCode(ada, ends);
  expect(readPromotionRows(await applyCode(ada, deleted)).map(({ status }) => status)).toEqual([
    "applied",
    "applied",
  ]);
  await promotions.changeCampaign(campaignId, { ends_at: inDays(-1) });
  await promotions.delete(id);
  for (const path of ["/us/cart", "/us/checkout?step=address"]) {
    const { html } = await ada.get(path);
    for (const code of [ends, deleted]) expect(html, path).toContain(`${code} has ended and was taken off.`);
    expect(readAmount(html, "cart-discount")).toBe(0);
    const [subtotal, tax, total] = ["cart-subtotal", "cart-taxes", "cart-total"].map((each) =>
      readAmount(html, each),
    );
    expect((subtotal ?? 0) + (tax ?? 0)).toBeCloseTo(total ?? 0, 2);
  }
  const shopper = JSON.parse((await ada.get("/api/shopper")).html) as { cart: { promotions: object[] } };
  expect(shopper.cart.promotions).toMatchObject([{ status: "ended" }, { status: "ended" }]);
  await removeCode(ada, ends);
  expect(readPromotionRows((await ada.get("/us/cart")).html)).toHaveLength(1);
});

test("A code that can no longer take effect is refused at its field, with the reason", async ({
  promotions,
  ada,
}) => {
  const [over, used] = [newPromotionCode("OVER"), newPromotionCode("USED")];
  const { campaignId } = await promotions.create({ code: over, campaign: { starts_at: inDays(-3) } });
  await promotions.changeCampaign(campaignId, { ends_at: inDays(-1) });
  await promotions.create({
    code: used,
    application_method: { currency_code: "usd" },
    campaign: { budget: { type: "spend", currency_code: "usd", limit: 1 } },
  });
  expect(await applyCode(ada, over)).toContain("That code has ended.");
  expect(await applyCode(ada, used)).toContain("That code has been used up.");
  expect(readPromotionRows((await ada.get("/us/cart")).html)).toEqual([]);
});

test("An automatic promotion is named", async ({ promotions, product }) => {
  const code = newPromotionCode("auto");
  await promotions.create({
    code,
    is_automatic: true,
    campaign: { name: `Week of ${code}` },
    application_method: {
      value: 25,
      target_rules: [{ attribute: "items.product.id", operator: "in", values: [product.id] }],
    },
  });
  const ada = new HttpBrowser();
  const response = await ada.submit(`/us/products/${product.handle}`, "handle", {
    quantity: "1",
    then: "cart",
  });
  const [row] = readPromotionRows(response.html);
  expect(row?.text).toContain(`Week of ${code}`);
  expect(row?.text).toContain("25% off selected items");
});

test("A code without effect yet is kept when its shopper signs in", async ({ people, ada }) => {
  const { canary, firstName, lastName, email, password } = newIdentity("shopper");
  people.canaries.push(canary);
  await applyCode(ada, "shipfree");
  await ada.submit("/us/register", "password", { firstName, lastName, email, password });
  expect(readPromotionRows((await ada.get("/us/cart")).html)).toMatchObject([
    { status: "waiting", text: expect.stringContaining("SHIPFREE") },
  ]);
});

test("No route adds a code to a cart without being rate limited", async ({ request }) => {
  const storeApi = new MedusaStoreApi(request);
  const body = { metadata: { promotion_codes: ["WELCOME10"] } };
  for (const path of ["/store/carts", "/store/carts/cart_01"])
    expect((await storeApi.post(path, { body })).status, path).toBe(400);
});
