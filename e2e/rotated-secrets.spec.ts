import { sendControl } from "./support/controls";
import { environment } from "./support/environment";
import { expect, test } from "./support/fixtures";
import { newIdentity, type Identity } from "./support/identity";
import { HttpBrowser, readForm } from "./support/http-browser";

// During a rotation one instance has the secrets [old, new] and another [new, old].
test.beforeAll(async () => {
  test.setTimeout(120_000);
  await sendControl("second-storefront/rotate-secret");
});

async function register(browser: HttpBrowser, people: { canaries: string[] }): Promise<Identity> {
  const ida = newIdentity("shopper");
  people.canaries.push(ida.canary);
  const { firstName, lastName, email, password } = ida;
  const response = await browser.submit("/us/register", "password", { firstName, lastName, email, password });
  expect(response.location).toBe("/us/account");
  return ida;
}

test("A device that is listed by one instance is signed out by the other", async ({ people }) => {
  const [own, other] = [new HttpBrowser(), new HttpBrowser()];
  const { email, password } = await register(own, people);
  await other.submit("/us/login", "password", { email, password });
  const listed = readForm((await own.get("/us/account/security")).html, "publicId");
  const [, publicId = ""] = listed.find(([name]) => name === "publicId") ?? [];
  const second = own.atOrigin(environment.secondBaseUrl);
  const response = await second.submit("/us/account/security", "publicId", { publicId });
  expect(response.html.match(/data-testid="device-row"/g), "the devices left").toHaveLength(1);
  expect((await other.get("/api/shopper")).html).toContain("signed-out-elsewhere");
});

test("Wrong passwords at both instances are counted together", async ({ people }) => {
  const ida = await register(new HttpBrowser(), people);
  const guess = (origin: string, password: string) =>
    new HttpBrowser(origin).submit("/us/login", "password", { email: ida.email, password });
  const origins = [environment.baseUrl, environment.secondBaseUrl];
  await Promise.all(
    Array.from({ length: 10 }, (_, index) => guess(origins[index % 2] ?? "", "wrong-password")),
  );
  for (const origin of origins)
    expect((await guess(origin, ida.password)).html, origin).toContain("Too many attempts.");
});

test("A guest's cart that both instances are asked to merge at once is merged once", async ({ people }) => {
  const own = new HttpBrowser();
  await register(own, people);
  const guest = new HttpBrowser();
  await guest.submit("/us/products/attendants-scarf", "handle", {
    "option:Colour": "Oat",
    quantity: "1",
    then: "cart",
  });
  own.cookies.set("__Host-cart", guest.cookies.get("__Host-cart") ?? "");
  const second = own.atOrigin(environment.secondBaseUrl);
  const browserFor = (index: number) =>
    (index % 2 ? own : second).atOrigin(index % 2 ? environment.baseUrl : environment.secondBaseUrl);
  await Promise.all(Array.from({ length: 6 }, (_, index) => browserFor(index).get("/api/shopper")));
  own.cookies.delete("__Host-cart");
  const { cart } = JSON.parse((await own.get("/api/shopper")).html) as { cart: { count: number } };
  expect(cart.count).toBe(1);
});
