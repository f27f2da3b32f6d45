import { expect, Shopper, test } from "./shopper";
import { signIn as fetchToken, Store } from "./store";

test("What the backend has revoked shows nothing more, not even what it has shown before", async ({
  page,
  request,
}) => {
  const shopper = new Shopper(page);
  await shopper.register();
  const store = new Store(request);
  const token = await fetchToken(store, shopper.identity);
  expect((await store.post("/store/customers/me/tokens/revoke", { token })).status).toBe(200);
  await page.goto("/us/account");
  await expect(page.getByText("Your session is no longer valid")).toBeVisible();
  expect(await page.content()).not.toContain(shopper.identity.email);
});
