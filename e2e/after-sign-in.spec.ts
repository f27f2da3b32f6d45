import { AMERICAN } from "./addresses";
import { Guest } from "./guest";
import { expect, openMachine, Shopper, test } from "./shopper";
import { Store } from "./store";

test("A guest who begins a cart after somebody else has signed in begins a guest's, and the order is nobody else's", async ({
  page,
  context,
  email,
  browser,
  request,
  backend,
}) => {
  const elsewhere = await openMachine(browser);
  const other = new Shopper(await elsewhere.newPage());
  await other.register();

  const guest = new Guest(page);
  await guest.open({ handle: "attendants-scarf", options: { Colour: "Oat" } });
  await page.getByRole("button", { name: "Add to cart" }).click();
  const readCart = async () => (await context.cookies()).find(({ name }) => name === "__Host-cart")?.value;
  await expect.poll(readCart, { message: "a cart of this browser's own" }).toBeDefined();
  // The backend opens an account's cart to its customer only, and this is asked by nobody.
  const { status } = await new Store(request).get(`/store/carts/${await readCart()}`);
  expect(status, "the cart is a guest's").toBe(200);

  await guest.goToReview(AMERICAN, email);
  const order = await backend.getOrder(await guest.placeOrder());
  expect(order.customer).toMatchObject({ email, has_account: false });
  await elsewhere.close();
});
