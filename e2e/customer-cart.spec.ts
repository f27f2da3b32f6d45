import { replaceCartId, readCartId } from "./support/storefront-db";
import { expect, test } from "./support/fixtures";
import { Shopper } from "./support/shopper";

const TOTE = { handle: "ticket-stub-tote", options: { Colour: "Rust" } };

test("What a guest has chosen joins the customer's own cart at sign-in, on every device", async ({
  shopper,
  secondDevice,
}) => {
  const ida = await shopper();
  const { page } = ida;
  await ida.addToCart();
  await ida.signOut();
  await expect(ida.cartLink).toHaveText("Cart (0)");
  await ida.addToCart();
  await ida.addToCart(TOTE);
  await ida.signIn("/us/login?next=/us/cart");
  await expect(page).toHaveURL("/us/cart");
  await expect(ida.cartLink).toHaveText("Cart (3)");
  await expect(page.getByRole("combobox", { name: "Quantity of The Attendant's Scarf" })).toHaveValue("2");

  const phone = await secondDevice(ida);
  await phone.page.goto("/us");
  await expect(phone.cartLink).toHaveText("Cart (3)");
});

test("A guest's cart is merged into the customer's once, despite concurrent requests", async ({
  guest,
  shopper,
}) => {
  const ada = await guest();
  await ada.addToCart();
  const waiting = [await ada.readCartCookie()].flatMap((cookie) => cookie ?? []);
  expect(waiting).toHaveLength(1);

  const ida = await shopper();
  const { page, context } = ida;
  await page.goto("/us/login");
  await context.addCookies(waiting);
  const statuses = await page.evaluate(async () => {
    // Without "no-store" Chromium sends equal requests one by one, to use its cache.
    const fetchShopper = () => fetch("/api/shopper", { cache: "no-store" });
    const responses = await Promise.all(Array.from({ length: 6 }, fetchShopper));
    return responses.map(({ status }) => status);
  });
  expect(statuses).toEqual(Array.from({ length: 6 }, () => 200));
  await page.goto("/us/cart");
  await expect(page.getByRole("combobox", { name: "Quantity of The Attendant's Scarf" })).toHaveValue("1");
  await expect(ida.cartLink).toHaveText("Cart (1)");
});

test("Only guests are told that no account is needed", async ({ shopper }) => {
  const ida = await shopper();
  const { page } = ida;
  const hint = page.getByText("No account needed.");
  await ida.signOut();
  await ida.fillCart();
  await page.goto("/us/cart");
  await expect(hint).toBeVisible();
  await ida.signIn("/us/login?next=/us/cart");
  await expect(page).toHaveURL("/us/cart");
  await expect(ida.getVisible("cart-total")).toBeVisible();
  await expect(hint).toHaveCount(0);
});

test("Where there is not enough for both carts, the shopper is told how many there are", async ({
  shopper,
  product,
  backend,
}) => {
  const ida = await shopper();
  const { page } = ida;
  const quantity = page.getByRole("combobox", { name: `Quantity of ${product.title}` });
  await ida.fillCart({ handle: product.handle });
  await page.goto("/us/cart");
  await quantity.selectOption("3");
  await ida.waitForCart();
  await ida.signOut();
  await ida.fillCart({ handle: product.handle });
  await page.goto("/us/cart");
  await quantity.selectOption("4");
  await ida.waitForCart();
  // The catalogue caches the stock of five for some seconds more.
  await backend.setStock(product, 4);
  await ida.signIn("/us/login?next=/us/cart");
  await expect(page.getByRole("alert").filter({ hasText: `${product.title}` })).toContainText(
    "4 is all there is",
  );
  await expect(quantity).toHaveValue("4");
  await page.reload();
  await expect(quantity).toHaveValue("4");
  await expect(page.getByText("is all there is")).toHaveCount(0);
});

test("Another account's cart id, planted in a browser, opens nothing, for a guest and at sign-in", async ({
  shopper,
  guest,
  backend,
  baseURL,
}) => {
  const ida = await shopper();
  await ida.addToCart();
  const victimsCart = await readCartId(await backend.getCustomerId(ida.identity.email));
  expect(victimsCart).toMatch(/^cart_/);

  const stranger = await guest();
  const attacker = Shopper.of(stranger);
  const plantCart = () =>
    attacker.context.addCookies([
      {
        name: "__Host-cart",
        value: victimsCart,
        domain: new URL(String(baseURL)).hostname,
        path: "/",
        secure: true,
      },
      { name: "shopper", value: "1", url: String(baseURL) },
    ]);
  await plantCart();
  for (const path of ["/us/cart", "/us/checkout"]) {
    await attacker.page.goto(path);
    await expect(attacker.emptyCart).toBeVisible();
  }
  await attacker.register();
  await plantCart();
  await attacker.page.goto("/us/cart");
  await expect(attacker.emptyCart).toBeVisible();
  await attacker.addToCart(TOTE);
  await expect(attacker.cartLink).toHaveText("Cart (1)");

  await ida.page.goto("/us/cart");
  await expect(ida.cartLink).toHaveText("Cart (1)");
  await expect(ida.page.getByRole("link", { name: "The Attendant's Scarf" })).toBeVisible();
});

test("After signing out the browser has no cart, and the next shopper begins with an empty one", async ({
  shopper,
}) => {
  const ida = await shopper();
  const { page } = ida;
  await ida.addToCart();
  await ida.signOut();
  await expect(ida.cartLink).toHaveText("Cart (0)");
  await page.goto("/us/cart");
  await expect(ida.emptyCart).toBeVisible();
});

test("A cart that the backend has lost is replaced by a new one", async ({ shopper, backend }) => {
  const ida = await shopper();
  const { page } = ida;
  await ida.addToCart();
  await replaceCartId(await backend.getCustomerId(ida.identity.email));
  await page.goto("/us/cart");
  await expect(ida.emptyCart).toBeVisible();
  await ida.addToCart(TOTE);
  await expect(ida.cartLink).toHaveText("Cart (1)");
  await page.reload();
  await expect(ida.cartLink).toHaveText("Cart (1)");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("Without JavaScript the carts are merged, and what could not be kept is said in the cart", async ({
    shopper,
    product,
  }) => {
    const ida = await shopper();
    const { page } = ida;
    const fillCart = async (quantity: string) => {
      await ida.openProduct({ handle: product.handle });
      await page.getByRole("button", { name: "Add to cart" }).click();
      await page.getByRole("combobox", { name: `Quantity of ${product.title}` }).selectOption(quantity);
      await page.getByRole("button", { name: "Update" }).click();
    };
    await fillCart("3");
    await ida.signOut();
    await fillCart("4");
    await ida.signIn("/us/login?next=/us/cart");
    await expect(page).toHaveURL("/us/cart");
    await expect(page.getByRole("alert").filter({ hasText: product.title })).toContainText(
      "5 is all there is",
    );
    await expect(page.getByRole("combobox", { name: `Quantity of ${product.title}` })).toHaveValue("5");

    await ida.signOut();
    await page.goto("/us/cart");
    await expect(ida.emptyCart).toBeVisible();
    await expect(page.getByRole("main").getByRole("alert"), "told to nobody else").toHaveCount(0);
  });
});
