import { apiTest as base, expect } from "./support/api-test";
import { HttpBrowser } from "./support/http-browser";
import type { OfferShopkeeper, TestOffer } from "./support/test-offer";
import { expectNoErrorPage, openPage } from "./support/displayed-totals";
import { newEmail, registerCustomer, type MedusaStoreApi } from "./support/medusa-store-api";

const test = base.extend<{ offer: TestOffer }>({
  offer: async ({ shopkeeper }, provide) => {
    const offer = await shopkeeper.createOffer();
    await provide(offer);
    await shopkeeper.deleteOffer(offer);
  },
});

/**
 * Prepares a removal, and returns the function that carries it out while shoppers have the entity in carts and
 * orders.
 */
type PrepareRemoval = (
  shopkeeper: OfferShopkeeper,
  offer: TestOffer,
) => (() => Promise<unknown>) | Promise<() => Promise<unknown>>;

const variantPath = ({ product: { id, variantIds } }: TestOffer) =>
  `/products/${id}/variants/${variantIds[0]}`;

/** Pages on which a shopper still meets the entity. */
type PageName =
  "begun cart" | "cart" | "address" | "delivery" | "payment" | "review" | "merged cart" | "orders" | "order";

/** `says`: text that a page must contain besides the product's title on cart and order. */
const REMOVALS: [what: string, take: PrepareRemoval, says?: Partial<Record<PageName, string>>][] = [
  [
    "promotion that was deleted",
    (shopkeeper, { promotion }) =>
      () =>
        shopkeeper.delete(`/promotions/${promotion.id}`),
  ],
  ["variant that was deleted", (shopkeeper, offer) => () => shopkeeper.delete(variantPath(offer))],
  [
    "product that was deleted",
    (shopkeeper, { product }) =>
      () =>
        shopkeeper.delete(`/products/${product.id}`),
  ],
  [
    "product that is a draft again",
    (shopkeeper, { product }) =>
      () =>
        shopkeeper.post(`/products/${product.id}`, { status: "draft" }),
  ],
  [
    "variant without a price",
    (shopkeeper, offer) => () => shopkeeper.post(variantPath(offer), { prices: [] }),
  ],
  [
    "product out of the sales channel",
    (shopkeeper, { product, channelId }) =>
      () =>
        shopkeeper.post(`/sales-channels/${channelId}/products`, { remove: [product.id] }),
  ],
  [
    "delivery option that was deleted",
    (shopkeeper, { optionId }) =>
      () =>
        shopkeeper.delete(`/shipping-options/${optionId}`),
  ],
  [
    "shipping profile that was deleted",
    (shopkeeper, { product, optionId, profileId }) =>
      async () => {
        // Medusa does not delete a shipping profile that a product uses.
        await shopkeeper.post(`/products/${product.id}`, { shipping_profile_id: null });
        await shopkeeper.delete(`/shipping-options/${optionId}`);
        await shopkeeper.delete(`/shipping-profiles/${profileId}`);
      },
  ],
  [
    "category that was deleted",
    async (shopkeeper, { name, product }) => {
      type Made = { product_category: { id: string } };
      const response = await shopkeeper.post<Made>("/product-categories", {
        name,
        handle: name,
        is_active: false,
      });
      const { id } = response.product_category;
      await shopkeeper.post(`/product-categories/${id}/products`, { add: [product.id] });
      return () => shopkeeper.delete(`/product-categories/${id}`);
    },
  ],
  [
    "collection that was deleted",
    async (shopkeeper, { name, product }) => {
      const response = await shopkeeper.post<{ collection: { id: string } }>("/collections", {
        title: name,
        handle: name,
      });
      const { id } = response.collection;
      await shopkeeper.post(`/collections/${id}/products`, { add: [product.id] });
      return () => shopkeeper.delete(`/collections/${id}`);
    },
  ],
];

for (const [what, take, says = {}] of REMOVALS) {
  test(`A ${what} costs no page of a cart, a checkout or an order`, async ({
    shopkeeper,
    offer,
    storeApi,
  }) => {
    const remove = await take(shopkeeper, offer);
    const account = await registerCustomer(storeApi);
    const orderedCartId = await createReadyCart(storeApi, offer, account);
    const { body } = await storeApi.post<{ order: { id: string } }>(
      `/store/carts/${orderedCartId}/complete`,
      {
        token: account.token,
      },
    );
    const email = newEmail();
    const readyCartId = await createReadyCart(storeApi, offer, { email });
    const earlyCart = openBrowserWith(await createCart(storeApi, offer));
    await remove();
    const browser = openBrowserWith(readyCartId, email);
    const openAndCheck = async (name: PageName, path: string, from = browser) => {
      const page = await openPage(from, path);
      expect(page.html, path).toContain(says[name] ?? "");
      return page;
    };

    await openAndCheck("begun cart", "/us/cart", earlyCart);
    const cart = await openAndCheck("cart", "/us/cart");
    expect(cart.html).toContain(offer.product.title);
    expect(cart.totals, "the cart has sums").not.toBeNull();
    for (const step of ["address", "delivery", "payment", "review"] as const)
      await openAndCheck(step, `/us/checkout?step=${step}`);
    const shopper = await browser.get("/api/shopper");
    expect(shopper.status).toBe(200);
    expect(JSON.parse(shopper.html)).toMatchObject({ customer: null, cart: { lines: [{}] } });

    // Signing in merges the guest's cart into the customer's.
    const signedIn = await browser.submit("/us/login", "password", account);
    expect(signedIn.location).toBe("/us/account");
    await openAndCheck("merged cart", "/us/cart");
    await openAndCheck("orders", "/us/account/orders");
    const { id } = body.order;
    for (const path of [`/us/account/orders/details/${id}`, `/us/order/${id}/confirmed`]) {
      const order = await openAndCheck("order", path);
      expect(order.html, path).toContain(offer.product.title);
      // A tenth of 9,033.35, rounded either way.
      expect([90_333, 90_334], path).toContain(order.totals?.discount);
    }
    const reordered = await browser.submit(`/us/account/orders/details/${id}`, "order", {});
    expectNoErrorPage(reordered.html, "ordering again");
  });
}

function openBrowserWith(cartId: string, ...typed: string[]): HttpBrowser {
  const browser = new HttpBrowser();
  browser.takeCart(cartId, ...typed);
  return browser;
}

async function createCart(storeApi: MedusaStoreApi, { product }: TestOffer, token?: string): Promise<string> {
  const { body: found } = await storeApi.get<{ regions: { id: string; currency_code: string }[] }>(
    "/store/regions",
  );
  const region = found.regions.find(({ currency_code }) => currency_code === "usd");
  const response = await storeApi.post<{ cart: { id: string } }>("/store/carts", {
    ...(token ? { token } : {}),
    body: {
      region_id: region?.id,
      items: [{ variant_id: product.variantIds[0], quantity: 1 }],
      shipping_address: { country_code: "us" },
    },
  });
  return response.body.cart.id;
}

/** @param owner a customer with a token, or a guest with an e-mail address only */
async function createReadyCart(
  storeApi: MedusaStoreApi,
  offer: TestOffer,
  { email, token }: { email: string; token?: string },
): Promise<string> {
  const id = await createCart(storeApi, offer, token);
  const post = async <T>(path: string, body: object) => {
    const response = await storeApi.post<T>(path, { ...(token ? { token } : {}), body });
    expect(response.status, `${path} ${JSON.stringify(response.body)}`).toBe(200);
    return response.body;
  };
  const address = {
    first_name: "Ada",
    last_name: "Lovelace",
    address_1: "350 Fifth Avenue",
    city: offer.city,
    province: "NY",
    postal_code: "10118",
    country_code: "us",
  };
  const contact = {
    shipping_address: address,
    billing_address: address,
    ...(token ? {} : { email }),
  };
  await post(`/store/carts/${id}`, { ...contact, promo_codes: [offer.promotion.code] });
  await post(`/store/carts/${id}/shipping-methods`, { option_id: offer.optionId });
  const { payment_collection } = await post<{ payment_collection: { id: string } }>(
    "/store/payment-collections",
    {
      cart_id: id,
    },
  );
  await post(`/store/payment-collections/${payment_collection.id}/payment-sessions`, {
    provider_id: "pp_system_default",
  });
  return id;
}
