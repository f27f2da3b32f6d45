import { parse } from "node-html-parser";
import { apiTest as test, expect } from "./support/api-test";
import { countMails, readMail } from "./support/mailbox";
import { HttpBrowser } from "./support/http-browser";
import { OrderAdmin } from "./support/order-admin";
import { createReadyCart, placeOrderViaApi } from "./support/place-order-via-api";
import { type MedusaStoreApi, newEmail, registerCustomer } from "./support/medusa-store-api";

type Bought = { storeApi: MedusaStoreApi; variantId: string; code: string };
/** A browser that may see an order, and where. `list`: of the account. */
type Owner = { browser: HttpBrowser; email: string; id: string; page: string; list: string | null };

const QUANTITY = 3;
const TRACKING = { number: "1Z 999 AA1", url: "https://carrier.example/1Z999AA1" };

/** Orders three pieces of the variant with a discount code, to New York, where tax is added. */
const BUYERS: Record<string, (bought: Bought) => Promise<Owner>> = {
  guest: async ({ storeApi, variantId, code }) => {
    const email = newEmail();
    const cart = await createReadyCart(storeApi, { variantId, quantity: QUANTITY, code, email });
    const browser = new HttpBrowser();
    browser.takeCart(cart, email);
    const { location } = await browser.submit("/us/checkout?step=review", "order", {});
    const id = /\/order\/(order_\w+)\/confirmed/.exec(location ?? "")?.[1] ?? "";
    return { browser, email, id, page: `/us/order/${id}/confirmed`, list: null };
  },
  customer: async ({ storeApi, variantId, code }) => {
    const { email, password, token } = await registerCustomer(storeApi);
    const id = await placeOrderViaApi(storeApi, token, { variantId, quantity: QUANTITY, code });
    const browser = new HttpBrowser();
    await browser.submit("/us/login", "password", { email, password });
    return { browser, email, id, page: `/us/account/orders/details/${id}`, list: "/us/account/orders" };
  },
};

/** What the pages say of an order. */
async function readOrder({ browser, page, list }: Owner) {
  const { html } = await browser.get(page);
  const root = parse(html);
  const texts = (testId: string) =>
    root.querySelectorAll(`main [data-testid="${testId}"]`).map(({ textContent }) => textContent.trim());
  const amount = (testId: string) =>
    Number(root.querySelector(`main [data-testid="${testId}"]`)?.getAttribute("data-value") ?? 0);
  const shown = {
    status: texts("order-status")[0],
    parcels: texts("order-parcel").map((text) => text.replace(/ since .*?\d{4}/u, ", ")),
    notes: texts("product-note"),
    total: amount("cart-total"),
    refunded: amount("order-refunded"),
    toRefund: amount("order-to-refund"),
    toPay: amount("order-to-pay"),
  };
  if (list) {
    const card = parse((await browser.get(list)).html).querySelector('main [data-testid="order-card"]');
    expect(card?.querySelector('[data-testid="order-status"]')?.textContent).toBe(shown.status);
    expect(Number(card?.querySelector('[data-testid="order-amount"]')?.getAttribute("data-value"))).toBe(
      shown.total,
    );
  }
  return shown;
}

for (const [who, buy] of Object.entries(BUYERS)) {
  test.describe(`A ${who}'s order`, () => {
    /** An order of three, and the shopkeeper who looks after it. */
    async function begin({ storeApi, shopkeeper }: Pick<Bought, "storeApi"> & { shopkeeper: Creator }) {
      const { variantId } = await shopkeeper.createProduct();
      const { code } = await shopkeeper.createTenPercentCode();
      const owner = await buy({ storeApi, variantId, code });
      return { owner, id: owner.id, admin: await OrderAdmin.signIn() };
    }
    type Creator = {
      createProduct: () => Promise<{ variantId: string }>;
      createTenPercentCode: () => Promise<{ code: string }>;
    };

    test("tells of each parcel, of what came back and of refunds; its total stays", async ({
      storeApi,
      shopkeeper,
    }) => {
      const { owner, id, admin } = await begin({ storeApi, shopkeeper });
      const { email } = owner;
      const first = await readOrder(owner);
      // Three at $50 less 10 %, $8 for delivery, 4 % tax.
      expect(first).toEqual({
        status: "Ordered",
        parcels: [],
        notes: [],
        total: 148.72,
        refunded: 0,
        toRefund: 0,
        toPay: 0,
      });
      const { total } = first;

      const parcel = await admin.pack(id, 1);
      expect(await readOrder(owner)).toMatchObject({ status: "Partly packed", total });
      await admin.ship(id, parcel, TRACKING);
      const shipped = await readOrder(owner);
      expect(shipped).toMatchObject({ status: "Partly on its way", total });
      expect(shipped.parcels).toEqual([
        expect.stringMatching(/^On its way.*1 × .*Tracking number 1Z 999 AA1$/u),
      ]);
      const sent = await readMail("order-shipped", email);
      for (const text of ["A parcel with a part of your order", "1 × ", TRACKING.number, TRACKING.url])
        expect(sent).toContain(text);
      await admin.deliver(id, parcel);
      expect(await readOrder(owner)).toMatchObject({ status: "Partly delivered", total });
      expect(await readMail("order-delivered", email)).toContain("1 × ");
      const second = await admin.pack(id, 2);
      await admin.ship(id, second, { number: "no link", isQuiet: true });
      await admin.deliver(id, second);
      const delivered = await readOrder(owner);
      expect(delivered).toMatchObject({ status: "Delivered", total });
      expect(delivered.parcels).toHaveLength(2);

      await admin.capture(id);
      await admin.refund(id, 10);
      expect(await readOrder(owner)).toMatchObject({
        status: "Delivered · $10.00 refunded",
        total,
        refunded: 10,
        toRefund: 0,
      });
      expect(await readMail("order-refunded", email)).toContain("We have refunded $10.00 of your order");
      // Without "Notify customers".
      expect(await countMails("order-shipped", email)).toBe(1);
      const returned = await admin.requestReturn(id, 1);
      expect(await readOrder(owner)).toMatchObject({
        status: "Delivered · 1 item on the way back · $10.00 refunded",
        total,
        notes: ["1 of 3 on the way back"],
      });
      await admin.receiveReturn(id, returned, 1);
      // $50 less 10 %, and 4 % tax.
      expect(await readOrder(owner)).toMatchObject({
        status: "Delivered · 1 of 3 items returned · $10.00 refunded",
        total,
        notes: ["1 of 3 returned"],
        toRefund: 46.8,
      });
      expect(await readMail("order-returned", email)).toContain("1 × ");
      await admin.refund(id, 46.8);
      expect(await readOrder(owner)).toMatchObject({ total, refunded: 56.8, toRefund: 0 });
      await admin.receiveReturn(id, await admin.requestReturn(id, 2), 2);
      await admin.refund(id, 91.92);
      expect(await readOrder(owner)).toMatchObject({
        status: "Returned · $148.72 refunded",
        total,
        refunded: total,
        toRefund: 0,
      });
    });

    test("that the shop cancels says so, with what was paid back", async ({ storeApi, shopkeeper }) => {
      const { owner, id, admin } = await begin({ storeApi, shopkeeper });
      const { total } = await readOrder(owner);
      await admin.capture(id);
      await admin.cancel(id);
      expect(await readOrder(owner)).toMatchObject({
        status: "Cancelled · $148.72 refunded",
        total,
        refunded: total,
        toPay: 0,
      });
      expect(await readMail("order-cancelled", owner.email)).toContain("We have refunded $148.72.");
      expect(await countMails("order-refunded", owner.email)).toBe(0);
    });

    test("that the shop cancels before it is paid costs nothing", async ({ storeApi, shopkeeper }) => {
      const { owner, id, admin } = await begin({ storeApi, shopkeeper });
      const { total } = await readOrder(owner);
      await admin.cancel(id);
      expect(await readOrder(owner)).toMatchObject({ status: "Cancelled", total, refunded: 0, toPay: 0 });
      expect((await owner.browser.get(owner.page)).html).toContain("Nothing to pay");
      expect(await readMail("order-cancelled", owner.email)).toContain("You have nothing to pay.");
    });

    test("that the shop edits has the total of the edit, and says what is to be paid or refunded", async ({
      storeApi,
      shopkeeper,
    }) => {
      const { owner, id, admin } = await begin({ storeApi, shopkeeper });
      await admin.capture(id);
      await admin.editQuantity(id, 1);
      // One at $50 less the $15 of the order, $8 for delivery, 4 % tax; $148.72 were paid.
      expect(await readOrder(owner)).toMatchObject({ total: 44.72, toPay: 0, toRefund: 104 });
      await admin.editQuantity(id, 4);
      expect(await readOrder(owner)).toMatchObject({
        status: "Ordered",
        total: 200.72,
        toPay: 52,
        toRefund: 0,
      });
    });
  });
}
