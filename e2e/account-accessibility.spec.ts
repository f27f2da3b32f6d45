import { expectAccessible, expectNoHorizontalScroll } from "./support/accessibility";
import { expect, test } from "./support/fixtures";
import { SCARF } from "./support/guest";
import { readMail } from "./support/mailbox";
import { OrderAdmin } from "./support/order-admin";
import { readOrderLink } from "./support/order-link";
import { placeOrderViaApi, findVariantId } from "./support/place-order-via-api";
import { signInCustomer, MedusaStoreApi } from "./support/medusa-store-api";

test.use({ contextOptions: { reducedMotion: "reduce" } });

const PAGES = ["", "/profile", "/addresses", "/orders", "/security"];

test("Anybody can use the account", { tag: "@phone" }, async ({ shopper }) => {
  const ida = await shopper();
  const { page } = ida;
  for (const path of PAGES) {
    await page.goto(`/us/account${path}`);
    await expect(page.getByRole("navigation", { name: "Account" })).toBeVisible();
    await expectAccessible(page, path);
    await expectNoHorizontalScroll(page, path);
  }
  await ida.signOut();
});

test(
  "Anybody can use an order, with its link at 320 pixels too, and the form of an address",
  { tag: "@phone" },
  async ({ shopper, request }) => {
    const ida = await shopper();
    const { page } = ida;
    const storeApi = new MedusaStoreApi(request);
    const variantId = await findVariantId(storeApi, SCARF.handle);
    const id = await placeOrderViaApi(storeApi, await signInCustomer(storeApi, ida.identity), {
      variantId,
      quantity: 1,
    });
    const admin = await OrderAdmin.signIn();
    await admin.ship(id, await admin.pack(id, 1), { number: "1Z 999 AA1", url: "https://carrier.example/1" });
    await page.goto(`/us/account/orders/details/${id}`);
    await expect(page.getByRole("main").getByRole("link", { name: "1Z 999 AA1" })).toBeVisible();
    await expectAccessible(page, "an order");
    const { width = 0, height = 0 } = page.viewportSize() ?? {};
    await page.setViewportSize({ width: 320, height });
    await page.goto(readOrderLink(await readMail("order-shipped", ida.identity.email)));
    await expect(page.getByRole("list", { name: "Parcels" })).toBeVisible();
    await expectAccessible(page, "an order of a link");
    await expectNoHorizontalScroll(page, "an order of a link");
    await page.setViewportSize({ width, height });
    await page.goto("/us/account/addresses?edit=new");
    await expect(ida.field("First name")).toBeVisible();
    await expectAccessible(page, "the form of an address");
  },
);
