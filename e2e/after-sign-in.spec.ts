import { AMERICAN } from "./support/addresses";
import { expect, test } from "./support/fixtures";
import { SCARF } from "./support/guest";
import { MedusaStoreApi } from "./support/medusa-store-api";

test("A guest who begins a cart after somebody else has signed in begins a guest's, and the order is nobody else's", async ({
  guest,
  shopper,
  request,
  backend,
}) => {
  const ida = await shopper();
  await ida.openAccount();
  const ada = await guest();
  await ada.openProduct(SCARF);
  await ada.page.getByRole("button", { name: "Add to cart" }).click();
  const readCart = async () => (await ada.readCartCookie())?.value;
  await expect.poll(readCart, { message: "a cart of this browser's own" }).toBeDefined();
  // The backend serves an account's cart to its customer only; this request is anonymous.
  const { status } = await new MedusaStoreApi(request).get(`/store/carts/${await readCart()}`);
  expect(status, "the cart is a guest's").toBe(200);

  await ada.openReview(AMERICAN);
  const order = await backend.getOrder(await ada.placeOrder());
  expect(order.customer).toMatchObject({ email: ada.identity.email, has_account: false });
});
