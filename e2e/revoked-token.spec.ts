import { expect, test } from "./fixtures";
import { signIn as fetchToken, Store } from "./store";

test("What the backend has revoked shows nothing more, not even what it has shown before", async ({
  shopper,
  request,
}) => {
  const ida = await shopper();
  await ida.openAccount();
  const store = new Store(request);
  const token = await fetchToken(store, ida.identity);
  expect((await store.post("/store/customers/me/tokens/revoke", { token })).status).toBe(200);
  await ida.page.goto("/us/account");
  await expect(ida.page.getByText("Your session is no longer valid")).toBeVisible();
  expect(await ida.page.content()).not.toContain(ida.identity.email);
});
