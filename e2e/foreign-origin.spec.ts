import type { Page, Request } from "@playwright/test";
import { expect, test } from "./support/fixtures";
import { SCARF, type Guest } from "./support/guest";

/** Captures the request that adds a product to the cart, without sending it. */
async function captureAddRequest(guest: Guest): Promise<Request> {
  await guest.openProduct(SCARF);
  const taken = guest.page.waitForRequest((request) => request.method() === "POST");
  await guest.page.route("**/*", (route) =>
    route.request().method() === "POST" ? route.abort("failed") : route.continue(),
  );
  await guest.page.getByRole("button", { name: "Add to cart" }).click();
  return taken;
}

/** Sends the captured request outside of a browser, with the headers of another origin. */
async function resend(request: Request, origin: Record<string, string>): Promise<Response> {
  const headers = await request.allHeaders();
  const kept = ["accept", "content-type", "next-action", "next-router-state-tree", "rsc"];
  return fetch(request.url(), {
    method: "POST",
    headers: {
      ...Object.fromEntries(kept.flatMap((name) => (headers[name] ? [[name, headers[name]]] : []))),
      ...origin,
    },
    body: request.postDataBuffer() as BodyInit | null,
    redirect: "manual",
  });
}

function expectNoCart(response: Response, text: string) {
  expect(response.headers.getSetCookie().filter((cookie) => cookie.includes("cart"))).toEqual([]);
  expect(text).not.toContain("The Attendant's Scarf");
}

test("The request is valid: from the shop's own page it fills a cart", async ({ guest, baseURL }) => {
  const ada = await guest();
  const response = await resend(await captureAddRequest(ada), { origin: String(baseURL) });
  expect(response.status).toBe(200);
  expect(response.headers.getSetCookie().join()).toContain("__Host-cart=cart_");
});

const FOREIGN: [what: string, headers: Record<string, string>][] = [
  ["another site's page", { origin: "https://evil.example" }],
  ["no page at all", {}],
  [
    "another site that forges the host",
    { origin: "https://evil.example", "x-forwarded-host": "evil.example" },
  ],
  ["a page without an address", { origin: "null" }],
  ["another port of this machine", { origin: "http://localhost:1" }],
];

for (const [what, headers] of FOREIGN) {
  test(`A change of the cart that is sent by ${what} is refused`, async ({ guest }) => {
    const ada = await guest();
    const response = await resend(await captureAddRequest(ada), headers);
    expectNoCart(response, await response.text());
  });
}

async function submitFrom(page: Page, target: string): Promise<void> {
  await page.evaluate((action) => {
    document.body.innerHTML = `<form method="post" enctype="multipart/form-data" action="${action}">
      <input name="country" value="us"><input name="handle" value="attendants-scarf"></form>`;
    document.forms[0]?.submit();
  }, target);
}

test("A form on another site that posts here changes no cart", async ({ browser, baseURL }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route("https://evil.example/**", (route) =>
    route.fulfill({ contentType: "text/html", body: "<p>Evil" }),
  );
  await page.goto("https://evil.example/");
  const posted = page.waitForResponse((response) => response.request().method() === "POST");
  await submitFrom(page, `${baseURL}/us/cart`);
  const response = await posted;
  expect(response.headers()["set-cookie"] ?? "").not.toContain("cart");
  expect((await context.cookies()).filter(({ name }) => name.includes("cart"))).toEqual([]);
  await context.close();
});
