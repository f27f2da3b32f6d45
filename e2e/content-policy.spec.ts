import type { Page } from "@playwright/test";
import { parse } from "node-html-parser";
import { INJECTED_SCRIPT } from "./support/console-watch";
import { expect, test } from "./support/fixtures";
import { sendRaw, formatRequest } from "./support/raw-http";

/** Pages with a visitor's own input or data. */
const DYNAMIC = [
  "/us/cart",
  "/us/checkout",
  "/us/login",
  "/us/register",
  "/us/forgot-password",
  "/us/reset-password",
  "/us/search?q=umbrella",
  "/us/account",
  "/us/account/addresses",
  "/us/account/orders",
  "/us/account/orders/details/order_none",
  "/us/account/profile",
  "/us/account/security",
  "/us/order/order_none/confirmed",
  "/us/order/linked?token=none",
  "/us/order/look-up",
  "/jp/cart",
];

const STATIC = [
  "/us",
  "/us/store",
  "/us/products/attendants-scarf",
  "/us/products/nothing",
  "/us/account/nothing",
  "/nothing",
];

function readNonce(headers: Record<string, string>): string | undefined {
  const script = /script-src ([^;]*)/.exec(headers["content-security-policy"] ?? "")?.[1] ?? "";
  expect(script.includes("'unsafe-inline'"), "either a nonce or everything").toBe(
    !script.includes("'nonce-"),
  );
  return /'nonce-([^']+)'/.exec(script)?.[1];
}

test("Every dynamic page has a nonce of its own for each request, and all of its scripts carry it", async ({
  request,
}) => {
  const seen = new Set<string>();
  for (const path of [...DYNAMIC, ...DYNAMIC]) {
    const response = await request.get(path);
    const nonce = readNonce(response.headers());
    expect(nonce, path).toMatch(/^[\w+/]{22}==$/);
    const scripts = parse(await response.text()).querySelectorAll("script");
    expect(scripts.length, path).toBeGreaterThan(5);
    expect(new Set(scripts.map((script) => script.getAttribute("nonce"))), path).toEqual(new Set([nonce]));
    seen.add(String(nonce));
  }
  expect(seen.size).toBe(2 * DYNAMIC.length);
});

test("Nobody can choose the nonce", async ({ request }) => {
  const headers = { "content-security-policy": "script-src 'nonce-mine'" };
  for (const path of [...DYNAMIC, ...STATIC])
    expect(await (await request.get(path, { headers })).text(), path).not.toContain('nonce="mine"');
});

test("A form that is answered with a page, without script, is answered under a nonce as well", async ({
  request,
  baseURL,
}) => {
  const page = parse(await (await request.get("/us/login")).text());
  const form = page.querySelectorAll("form").find((each) => each.querySelector("[name=password]"));
  const fields = (form?.querySelectorAll("input[name]") ?? []).map((input) => [
    input.getAttribute("name") ?? "",
    input.getAttribute("value") ?? "",
  ]);
  const response = await request.post("/us/login", {
    multipart: Object.fromEntries(fields),
    headers: { origin: String(baseURL) },
    maxRedirects: 0,
  });
  if (response.status() === 200) {
    const nonce = readNonce(response.headers());
    expect(nonce).toBeDefined();
    const scripts = parse(await response.text()).querySelectorAll("script");
    expect(new Set(scripts.map((script) => script.getAttribute("nonce")))).toEqual(new Set([nonce]));
  } else expect(response.status()).toBe(303);
});

const COMMON = {
  "x-content-type-options": "nosniff",
  "referrer-policy": expect.any(String),
  "permissions-policy": expect.any(String),
  "strict-transport-security": expect.any(String),
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

const OTHERS: [what: string, path: string, status: number][] = [
  ["a route", "/api/shopper", 200],
  ["a route that takes no GET", "/api/revalidate", 405],
  ["a redirect to a country", "/cart", 307],
  ["a redirect to one slash", "/us//store", 308],
  ["a redirect to no last slash", "/us/cart/", 308],
  ["an address that cannot be read", "/us/products/%ff", 400],
  ["a page that is not there", "/us/products/nothing", 404],
  ["no country", "/nothing", 404],
];

test("No response can be framed, sniffed or embedded by another site", async ({ baseURL, request }) => {
  for (const path of [...DYNAMIC, ...STATIC]) {
    const headers = (await request.get(path)).headers();
    expect(headers, path).toMatchObject(COMMON);
    for (const directive of [
      "default-src 'self'",
      "frame-src 'none'",
      "worker-src 'self'",
      "media-src 'self'",
      "frame-ancestors 'none'",
    ])
      expect(headers["content-security-policy"], path).toContain(directive);
  }
  for (const [what, path, status] of OTHERS) {
    const response = await sendRaw(String(baseURL), formatRequest({ path }));
    expect(response.statuses, what).toEqual([status]);
    for (const name of Object.keys(COMMON))
      expect(response.text.toLowerCase(), `${what}: ${name}`).toContain(`\r\n${name}: `);
    expect(response.text.toLowerCase(), what).toContain("\r\ncontent-security-policy: default-src 'self'");
  }
});

test("Pictures may be shown by other sites, scripts and styles by nobody else", async ({ request }) => {
  for (const path of [
    "/editorial/opengraph.jpg",
    "/icon.svg",
    "/_next/image?url=%2Feditorial%2Fhero.webp&w=750&q=75",
  ])
    expect((await request.get(path)).headers()["cross-origin-resource-policy"], path).toBe("cross-origin");
  const script = parse(await (await request.get("/us")).text())
    .querySelector("script[src]")
    ?.getAttribute("src");
  expect((await request.get(String(script))).headers()).toMatchObject({
    "cross-origin-resource-policy": "same-origin",
    "x-content-type-options": "nosniff",
  });
});

/** Waits for hydration, which React marks on its elements. */
async function waitForReact(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const header = document.querySelector("header a");
    return header !== null && Object.keys(header).some((key) => key.startsWith("__react"));
  });
}

test("Every dynamic page works under its policy without a console error", async ({ shopper }) => {
  const { page } = await shopper();
  for (const path of DYNAMIC) {
    await page.goto(path);
    await waitForReact(page);
  }
});

test("From a static page to a dynamic one and back, by links and by the browser's own buttons, everything works", async ({
  guest,
}) => {
  const ada = await guest();
  const { page } = ada;
  await ada.fillCart();
  await page.goto("/us");
  await waitForReact(page);
  await ada.cartLink.click();
  await page.goto("/us/cart");
  await waitForReact(page);
  await page.getByRole("banner").getByRole("link", { name: "Cloakroom" }).first().click();
  await expect(page).toHaveURL(/\/us$/);
  await page.goBack();
  await expect(page).toHaveURL(/\/us\/cart$/);
  await expect(
    page.getByRole("main").getByRole("link", { name: "The Attendant's Scarf" }).first(),
  ).toBeVisible();
});

test("A script that is put into a dynamic page does not run", async ({ page }) => {
  for (const path of DYNAMIC) {
    await page.goto(path);
    const violation = await page.evaluate(async (text) => {
      const reported = new Promise<string>((resolve) => {
        document.addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective));
      });
      const script = document.createElement("script");
      script.textContent = text;
      document.body.append(script);
      return await reported;
    }, INJECTED_SCRIPT);
    expect(violation, path).toBe("script-src-elem");
    expect(await page.locator("html").getAttribute("data-intruder"), path).toBeNull();
  }
});
