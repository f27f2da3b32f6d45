import { expect, test } from "./support/fixtures";

const GARBAGE: [name: string, value: string][] = [
  ["a word", "mine"],
  ["a cart id that no backend gave", "cart_01JAAAAAAAAAAAAAAAAAAAAAAA"],
  ["a path", "cart_01J/../../admin/orders"],
  ["a query", "cart_01J?fields=*"],
  ["an escape", "%00%0D%0ASet-Cookie:%20a=b"],
  ["JSON", "%7B%22id%22%3A%22cart_01%22%7D"],
  ["a sealed value's look", "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2Q0JDLUhTNTEyIn0..aaaa.bbbb.cccc"],
  ["as much as a cookie holds", "A".repeat(3_900)],
];

const COOKIES = ["__Host-cart", "__Host-orders"];

const PAGES = [
  "/us",
  "/us/cart",
  "/us/checkout",
  "/us/order/order_01JAAAAAAAAAAAAAAAAAAAAAAA/confirmed",
  "/api/shopper",
];

for (const [name, value] of GARBAGE) {
  test(`Cookies that hold ${name} make an ordinary guest with an empty cart`, async ({ guest, baseURL }) => {
    const ada = await guest();
    const { page, context } = ada;
    const url = String(baseURL);
    const base = { domain: new URL(url).hostname, path: "/", secure: true, httpOnly: true };
    await context.addCookies([
      ...COOKIES.map((cookie) => ({ ...base, name: cookie, value })),
      { name: "shopper", value: "1", url },
    ]);
    for (const path of PAGES) {
      const response = await page.goto(path);
      expect(response?.status(), path).toBeLessThan(500);
    }
    await page.goto("/us/cart");
    await expect(ada.emptyCart).toBeVisible();
    await ada.fillCart();
    await page.goto("/us/cart");
    await expect(page.getByRole("link", { name: "The Attendant's Scarf" })).toBeVisible();
  });
}

test("Cookie headers with arbitrary bytes cause no server error", async ({ baseURL }) => {
  const headers = [
    "__Host-cart",
    "__Host-cart=; __Host-cart=;;; =x; shopper=1",
    `__Host-orders=${"é"}; shopper=1`,
  ];
  for (const cookie of headers) {
    for (const path of PAGES) {
      const response = await fetch(new URL(path, baseURL), {
        headers: { cookie: Buffer.from(cookie).toString("latin1") },
      });
      expect(response.status, `${path} with ${cookie}`).toBeLessThan(500);
    }
  }
});
