import type { BrowserContext, Page, Response } from "@playwright/test";
import { AMERICAN } from "./support/addresses";
import { expect, test } from "./support/fixtures";
import { readSecrets } from "./support/secrets";

type ReceivedText = { where: string; text: string };

/** Records everything that scripts of the page can read: URLs, headers and bodies. */
function recordResponses(page: Page): () => Promise<ReceivedText[]> {
  const responses: Response[] = [];
  page.on("response", (response) => responses.push(response));
  return async () => (await Promise.all(responses.map(readResponse))).flat();
}

/** `set-cookie` is excluded: scripts cannot read it, and secrets belong there. */
async function readResponse(response: Response): Promise<ReceivedText[]> {
  const { "set-cookie": _hidden, ...headers } = await response.allHeaders();
  // Redirects and aborted navigations have no body.
  const body = await response.text().catch(() => "");
  return [{ where: response.url(), text: [response.url(), JSON.stringify(headers), body].join("\n") }];
}

async function readCookieSecrets(context: BrowserContext): Promise<string[]> {
  const cookies = await context.cookies();
  const secrets = cookies.filter(({ name }) => name.startsWith("__Host-"));
  for (const { httpOnly, secure, sameSite, path } of secrets)
    expect({ httpOnly, secure, sameSite, path }).toEqual({
      httpOnly: true,
      secure: true,
      sameSite: "Lax",
      path: "/",
    });
  // A value of "1" is no secret and occurs everywhere.
  return secrets.map(({ value }) => value).filter((value) => value !== "1");
}

function listLeaks(seen: ReceivedText[], secrets: string[]): string[] {
  return seen.filter(({ text }) => secrets.some((secret) => text.includes(secret))).map(({ where }) => where);
}

test("The cart's id and the orders' seal are in no page, payload, address or storage, from the first click to the order", async ({
  guest,
}) => {
  const ada = await guest();
  const { page, context } = ada;
  const readAnswers = recordResponses(page);
  await ada.addToCart();
  const [cartId = "none", ...others] = await readCookieSecrets(context);
  expect(cartId).toMatch(/^cart_[0-9A-Z]{26}$/);
  expect(others).toEqual([]);
  await ada.drawer.getByRole("button", { name: "One more" }).click();
  await ada.waitForCart();
  await page.goto("/us/cart");
  await page.getByRole("combobox", { name: "Quantity of The Attendant's Scarf" }).selectOption("3");
  await ada.waitForCart();
  await ada.goToReview(AMERICAN);
  await ada.placeOrder();
  await page.goto("/api/shopper");

  const secrets = [cartId, ...(await readCookieSecrets(context))];
  expect(secrets.length, "the cart's id and the sealed orders").toBe(2);
  const seen = await readAnswers();
  expect(seen.length).toBeGreaterThan(20);
  expect(listLeaks(seen, secrets)).toEqual([]);
  expect(listLeaks([{ where: "a page to be found", text: `<p>${cartId}</p>` }], secrets)).toHaveLength(1);

  await page.goto("/us");
  const stored = await page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
  );
  for (const secret of secrets) expect(stored).not.toContain(secret);
});

test("The leak watch knows a shopper's session, its token and the cart by value, as only the databases hold them", async ({
  shopper,
}) => {
  const ida = await shopper();
  await ida.addToCart();
  const secrets = await readSecrets([ida.identity.canary]);
  for (const pattern of [
    /^[0-9a-f-]{36}$/,
    /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/,
    /^[\w-]{43}$/,
    /^cart_[0-9A-Z]{26}$/,
  ])
    expect(secrets).toContainEqual(expect.stringMatching(pattern));
});

test("The hint that there is a cart holds nothing but itself", async ({ guest }) => {
  const ada = await guest();
  const { page } = ada;
  await ada.addToCart();
  expect(await page.evaluate(() => document.cookie)).toBe("shopper=1");
});

test("No script that browsers get holds a secret of the shop", async ({ page, request }) => {
  await page.goto("/us/products/attendants-scarf");
  const scripts = await page
    .locator("script[src]")
    .evaluateAll((all) => all.map((each) => each.getAttribute("src")));
  expect(scripts.length).toBeGreaterThan(3);
  for (const source of scripts) {
    const text = await (await request.get(String(source))).text();
    expect(text, String(source)).not.toMatch(
      /MEDUSA_|pk_[0-9a-f]{16}|AUTH_SECRET|REVALIDATE_SECRET|postgres:\/\//,
    );
  }
});
