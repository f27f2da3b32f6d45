import { apiTest as test, expect } from "./support/api-test";
import { HttpBrowser } from "./support/http-browser";
import { readText } from "./support/http-checkout";
import { countMails, readMail } from "./support/mailbox";
import { type MedusaStoreApi, newEmail } from "./support/medusa-store-api";
import { OrderAdmin } from "./support/order-admin";
import { readOrderLink, sealOrderLink } from "./support/order-link";
import { createReadyCart } from "./support/place-order-via-api";

const DAY_MS = 86_400_000;
const EXPIRED = "This link has expired";
const SAID = "If number and address belong to an order, a message with a link to it is on its way.";

/** Places a guest's order; waits for its confirmation. @returns with the path of the link that was mailed */
async function placeOrder(storeApi: MedusaStoreApi, variantId: string) {
  const email = newEmail();
  const cart = await createReadyCart(storeApi, { variantId, quantity: 1, email });
  type Completed = { order: { id: string; display_id: number } };
  const { body } = await storeApi.post<Completed>(`/store/carts/${cart}/complete`);
  const link = readOrderLink(await readMail("order-confirmation", email));
  return { id: body.order.id, number: body.order.display_id, email, link };
}

/** Somebody who has the mail, at another device. */
function openMail(email: string): HttpBrowser {
  const browser = new HttpBrowser();
  browser.hasTyped(email);
  return browser;
}

const lookUp = (number: number | string, email: string, browser = openMail(email)) =>
  browser.submit("/us/order/look-up", "number", { number: String(number), email });

test("The link in a mail opens its order without an account, and no other", async ({ storeApi, product }) => {
  const { id, number, email, link } = await placeOrder(storeApi, product.variantId);
  const other = await placeOrder(storeApi, product.variantId);
  const page = readText(await openMail(email).get(link));
  for (const text of [`Order № ${number}`, "Ordered", product.title, email]) expect(page).toContain(text);
  expect(page).not.toContain(other.email);
  const { html } = await openMail(other.email).get(other.link);
  expect(html).toContain(other.email);
  expect(html).not.toContain(id);

  const admin = await OrderAdmin.signIn();
  await admin.cancel(id);
  expect(readText(await openMail(email).get(link))).toContain("Cancelled");
  expect(readOrderLink(await readMail("order-cancelled", email))).not.toBe(link);
});

test("A link that was changed, has ended or was mailed to a former address opens nothing, and says what to do", async ({
  storeApi,
  product,
}) => {
  const { id, email, link } = await placeOrder(storeApi, product.variantId);
  const [path = "", token = ""] = link.split("?token=");
  const valid = sealOrderLink({ id, email, until: Date.now() + DAY_MS });
  expect((await openMail(email).get(`${path}?token=${valid}`)).html).toContain(email);

  const flipped = token.slice(0, 60) + (token[60] === "A" ? "B" : "A") + token.slice(61);
  const ended = sealOrderLink({ id, email, until: Date.now() - 1_000 });
  const unknown = sealOrderLink({ id: "order_01NOTHING", email, until: Date.now() + DAY_MS });
  const unusable = [
    `?token=${flipped}`,
    `?token=${ended}`,
    `?token=${unknown}`,
    `?token=${id}`,
    "?token=",
    "",
  ];
  for (const query of unusable) {
    const response = await new HttpBrowser().get(path + query);
    expect([response.status, readText(response)]).toEqual([200, expect.stringContaining(EXPIRED)]);
    expect(response.html).toContain('href="/us/order/look-up"');
  }

  const admin = await OrderAdmin.signIn();
  await admin.post(`/orders/${id}`, { email: newEmail() });
  expect(readText(await new HttpBrowser().get(link))).toContain(EXPIRED);
});

test("Looking an order up shows nothing, says the same for every number and address, and mails the owner alone", async ({
  storeApi,
  product,
}) => {
  const { id, number, email } = await placeOrder(storeApi, product.variantId);
  const strangers = newEmail();
  for (const [typed, to] of [
    [number, strangers],
    [number + 1_000_000, email],
    [`№ ${number}`, email.toUpperCase()],
  ] as const) {
    const response = await lookUp(typed, to);
    expect(readText(response)).toContain(SAID);
    for (const secret of [id, product.title]) expect(response.html).not.toContain(secret);
  }
  const mail = await readMail("order-link", email);
  expect(readText(await openMail(email).get(readOrderLink(mail)))).toContain(`Order № ${number}`);
  expect(await countMails("order-link", email), "mails to the address of the order").toBe(1);
  expect(await countMails("order-link", strangers), "mails to any other address").toBe(0);

  const wrong = await lookUp("my order", "nobody");
  for (const text of ["Please enter the number of the order", "That does not look like an e-mail address"])
    expect(readText(wrong)).toContain(text);
});

test("Look-ups for one address are limited, in the shop and in the backend", async ({ storeApi }) => {
  const email = newEmail();
  for (let tries = 0; tries < 5; tries += 1) expect(readText(await lookUp(27, email))).toContain(SAID);
  expect(readText(await lookUp(27, email))).toContain("its link is in the mailbox already");

  const body = { number: 27, email };
  const statuses: number[] = [];
  for (let tries = 0; tries < 6; tries += 1)
    statuses.push((await storeApi.post("/store/order-links", { body })).status);
  expect(statuses).toEqual([202, 202, 202, 202, 202, 429]);
});
