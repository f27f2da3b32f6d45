import { AMERICAN } from "./support/addresses";
import { environment } from "./support/environment";
import { expect, test } from "./support/fixtures";
import { keyedHash } from "./support/keyed-hash";
import { newIdentity, newClientIp, type Identity } from "./support/identity";
import { HttpBrowser, readForm } from "./support/http-browser";
import { queryDb } from "./support/storefront-db";

const DEVICE_COOKIE = "__Host-cloakroom-device";
const SESSION_COOKIE = "__Host-cloakroom-session";
const TOO_MANY = "Too many attempts.";

async function register(
  browser: HttpBrowser,
  { firstName, lastName, email, password }: Identity,
): Promise<void> {
  const response = await browser.submit("/us/register", "password", { firstName, lastName, email, password });
  expect(response.location, "where a registration leads").toBe("/us/account");
}

function signIn(browser: HttpBrowser, { email, password }: Pick<Identity, "email" | "password">) {
  return browser.submit("/us/login", "password", { email, password });
}

/** Tries wrong passwords at the same time, each from a client IP of its own. */
async function guessPasswords({ email }: Identity, times: number): Promise<void> {
  const page = await new HttpBrowser().get("/us/login");
  const form = readForm(page.html, "password");
  const each = () => new HttpBrowser().post("/us/login", form, { email, password: "not-the-password" });
  await Promise.all(Array.from({ length: times }, each));
}

/** Personal data known to the leak scan, for use without a rendering browser. */
function createIdentity(people: { canaries: string[] }): Identity {
  const identity = newIdentity("shopper");
  people.canaries.push(identity.canary);
  return identity;
}

test("Strangers who try passwords lock out no browser that has signed in before, and fill no log", async ({
  people,
}) => {
  const ida = createIdentity(people);
  const own = new HttpBrowser();
  await register(own, ida);
  expect((await own.submit("/us/account", "sign-out", {})).location).toBe("/us");
  expect(own.cookies.has(SESSION_COOKIE)).toBe(false);
  const cookie = own.cookies.get(DEVICE_COOKIE) ?? "";
  expect(cookie).toMatch(/^eyJ/);
  expect(Buffer.from(cookie, "base64url").toString()).not.toContain(ida.email);

  await guessPasswords(ida, 25);
  const stranger = await signIn(new HttpBrowser(), ida);
  expect(stranger.html).toContain(TOO_MANY);
  expect(stranger.location).toBe("/us/login");
  expect((await signIn(own, ida)).location).toBe("/us/account");

  const account = await keyedHash("account", ida.email);
  const lines = await queryDb<{ reason: string }>(
    `SELECT detail->>'reason' AS reason FROM "AuditEvent" WHERE type = 'sign-in.failed' AND detail->>'accountHash' = $1`,
    [account],
  );
  const count = (reason: string) => lines.filter((line) => line.reason === reason).length;
  expect([count("wrong-credentials"), count("too-many-attempts")]).toEqual([10, 1]);
});

test("Strangers' requests for reset links do not block the owner's", async ({ people }) => {
  const ida = createIdentity(people);
  const own = new HttpBrowser();
  await register(own, ida);
  own.cookies.delete(SESSION_COOKIE);
  const requestLink = (browser: HttpBrowser) =>
    browser.submit("/us/forgot-password", "email", { email: ida.email });
  for (let time = 0; time < 3; time += 1) await requestLink(new HttpBrowser());
  const refused = await requestLink(new HttpBrowser());
  expect(refused.html).toContain(TOO_MANY);
  expect(refused.html).toContain("a link is in its mailbox already");
  expect((await requestLink(own)).html).not.toContain(TOO_MANY);
});

test("A client is identified by the address that the proxy saw, in any spelling, never by its own headers", async ({
  people,
  backend,
}) => {
  const ida = createIdentity(people);
  const at = async (forwarded: string) => {
    const browser = new HttpBrowser(environment.baseUrl, { "x-forwarded-for": forwarded });
    expect((await signIn(browser, ida)).location).toBe("/us/account");
    const [row] = await queryDb<{ addressHash: string }>(
      `SELECT "addressHash" FROM "Session" WHERE "customerId" = $1 ORDER BY "createdAt" DESC LIMIT 1`,
      [await backend.getCustomerId(ida.email)],
    );
    return row?.addressHash;
  };
  const clientIp = newClientIp()["x-forwarded-for"] ?? "";
  await register(new HttpBrowser(environment.baseUrl, { "x-forwarded-for": clientIp }), ida);
  const own = await keyedHash("address", clientIp);
  expect(await at(clientIp)).toBe(own);
  expect(await at(`198.51.100.1, ${clientIp}`)).toBe(own);
  expect(await at(`::ffff:${clientIp}`)).toBe(own);
  expect(await at("2001:db8:1:2::1")).toBe(await keyedHash("address", "2001:db8:1:2::/64"));
  expect(await at("2001:DB8:1:2:ffff::2")).toBe(await keyedHash("address", "2001:db8:1:2::/64"));
});

test("Promotion codes cannot be guessed: a cart and a machine may try a few, and others' right codes work", async () => {
  const guest = new HttpBrowser();
  await addScarf(guest);
  const { html } = await guest.get("/us/cart");
  const form = readForm(html, "code");
  const tried = (browser: HttpBrowser, code: string) => browser.post("/us/cart", form, { code });
  for (let time = 0; time < 10; time += 1)
    expect((await tried(guest, `GUESS${time}`)).html).toContain("That code is not valid");
  const refused = await tried(guest, "WELCOME10");
  expect(refused.html).toContain("Too many codes were tried. Please wait 15 minutes and try again.");
  expect(refused.html, "what was typed").toContain('value="WELCOME10"');

  const other = new HttpBrowser();
  await addScarf(other);
  expect((await tried(other, "WELCOME10")).html).not.toContain("Too many codes");
  expect((await other.get("/us/cart")).html).toContain("WELCOME10");
});

async function addScarf(browser: HttpBrowser): Promise<void> {
  const typed = { "option:Colour": "Oat", quantity: "1", then: "cart" };
  const response = await browser.submit("/us/products/attendants-scarf", "handle", typed);
  expect(response.location).toBe("/us/cart");
}

test("A failed add leaves no empty cart behind", async ({ product }) => {
  const guest = new HttpBrowser();
  const path = `/us/products/${product.handle}`;
  const response = await guest.submit(path, "handle", { quantity: "6", then: "cart" });
  expect(response.html).toContain("Only 5 left");
  expect([...guest.cookies.keys()].filter((name) => name.includes("cart"))).toEqual([]);
  await guest.submit(path, "handle", { quantity: "5", then: "cart" });
  expect(guest.cookies.get("__Host-cart")).toMatch(/^cart_/);
});

test("A machine that orders over and over is asked to wait, keeps its cart, and orders later", async ({
  guest,
}) => {
  const ada = await guest();
  const { page } = ada;
  await ada.fillCart();
  await ada.openReview(AMERICAN);
  const response = await page.reload();
  const { "x-forwarded-for": clientIp = "" } = (await response?.request().allHeaders()) ?? {};
  const key = `order-ip:${await keyedHash("address", clientIp)}`;
  await queryDb(`INSERT INTO "RateLimit" VALUES ($1, 30, now() + interval '40 minutes')`, [key]);
  await ada.placeOrderButton.click();
  await expect(page.getByText("That is a lot of orders in a short time")).toContainText(
    "Please wait 40 minutes",
  );
  await queryDb(`DELETE FROM "RateLimit" WHERE key = $1`, [key]);

  const recipients = key.replace("order-", "recipient-");
  await queryDb(`INSERT INTO "RateLimit" VALUES ($1, 10, now() + interval '40 minutes')`, [recipients]);
  await ada.placeOrderButton.click();
  await expect(page.getByText("a lot of e-mail addresses in a short time")).toBeVisible();
  await queryDb(`DELETE FROM "RateLimit" WHERE key = $1`, [recipients]);
  await ada.placeOrder();
});

test("Signing out an unknown device says so; an already ended one counts as signed out", async ({
  people,
}) => {
  const ida = createIdentity(people);
  const [own, other] = [new HttpBrowser(), new HttpBrowser()];
  await register(own, ida);
  await signIn(other, ida);
  const page = await own.get("/us/account/security");
  const form = readForm(page.html, "publicId");
  const invented = await own.post("/us/account/security", form, { publicId: "invented" });
  expect(invented.html).toContain("We could not find that device, so nothing was signed out.");
  for (let time = 0; time < 2; time += 1) {
    const response = await own.post("/us/account/security", form, {});
    expect(response.html).not.toContain("We could not find that device");
    expect(response.html.match(/data-testid="device-row"/g)).toHaveLength(1);
  }
  expect((await other.get("/api/shopper")).html).toContain("signed-out-elsewhere");
});
