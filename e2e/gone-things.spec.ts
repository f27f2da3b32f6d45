import { test as base, expect } from "./support/admin-users";
import { PlainBrowser } from "./support/http-browser";
import { StallKeeper, type Stall } from "./support/test-offer";
import { expectNoFailure, openWhole } from "./support/displayed-totals";
import { newEmail, register, Store } from "./support/medusa-store-api";

type Fixtures = { keeper: StallKeeper; stall: Stall; store: Store };

const test = base.extend<Fixtures>({
  keeper: async ({ root }, provide) => provide(new StallKeeper(root)),
  store: async ({ request }, provide) => provide(new Store(request)),
  stall: async ({ keeper }, provide) => {
    const stall = await keeper.openStall();
    await provide(stall);
    await keeper.closeStall(stall);
  },
});

/** @returns what the shopkeeper does then, while shoppers have it in carts and orders */
type Take = (keeper: StallKeeper, stall: Stall) => (() => Promise<unknown>) | Promise<() => Promise<unknown>>;

const pathOf = ({ product: { id, variantIds } }: Stall) => `/products/${id}/variants/${variantIds[0]}`;

/** Where a shopper still comes across it. */
type Place =
  "begun cart" | "cart" | "address" | "delivery" | "payment" | "review" | "merged cart" | "orders" | "order";

/** `says` is what a page says of it besides; the cart and the order name the thing in any case. */
const GONE: [what: string, take: Take, says?: Partial<Record<Place, string>>][] = [
  [
    "promotion that was deleted",
    (keeper, { promotion }) =>
      () =>
        keeper.delete(`/promotions/${promotion.id}`),
  ],
  ["variant that was deleted", (keeper, stall) => () => keeper.delete(pathOf(stall))],
  [
    "product that was deleted",
    (keeper, { product }) =>
      () =>
        keeper.delete(`/products/${product.id}`),
  ],
  [
    "product that is a draft again",
    (keeper, { product }) =>
      () =>
        keeper.call(`/products/${product.id}`, { status: "draft" }),
  ],
  ["variant without a price", (keeper, stall) => () => keeper.call(pathOf(stall), { prices: [] })],
  [
    "product out of the sales channel",
    (keeper, { product, channelId }) =>
      () =>
        keeper.call(`/sales-channels/${channelId}/products`, { remove: [product.id] }),
  ],
  [
    "delivery option that was deleted",
    (keeper, { optionId }) =>
      () =>
        keeper.delete(`/shipping-options/${optionId}`),
  ],
  [
    "shipping profile that was deleted",
    (keeper, { product, optionId, profileId }) =>
      async () => {
        // Medusa deletes none that a product still has.
        await keeper.call(`/products/${product.id}`, { shipping_profile_id: null });
        await keeper.delete(`/shipping-options/${optionId}`);
        await keeper.delete(`/shipping-profiles/${profileId}`);
      },
  ],
  [
    "category that was deleted",
    async (keeper, { name, product }) => {
      type Made = { product_category: { id: string } };
      const made = await keeper.call<Made>("/product-categories", { name, handle: name, is_active: false });
      const { id } = made.product_category;
      await keeper.call(`/product-categories/${id}/products`, { add: [product.id] });
      return () => keeper.delete(`/product-categories/${id}`);
    },
  ],
  [
    "collection that was deleted",
    async (keeper, { name, product }) => {
      const made = await keeper.call<{ collection: { id: string } }>("/collections", {
        title: name,
        handle: name,
      });
      const { id } = made.collection;
      await keeper.call(`/collections/${id}/products`, { add: [product.id] });
      return () => keeper.delete(`/collections/${id}`);
    },
  ],
];

for (const [what, take, says = {}] of GONE) {
  test(`A ${what} costs no page of a cart, a checkout or an order`, async ({ keeper, stall, store }) => {
    const remove = await take(keeper, stall);
    const account = await register(store);
    const ordered = await prepareCart(store, stall, account.token);
    const { body } = await store.post<{ order: { id: string } }>(`/store/carts/${ordered}/complete`, {
      token: account.token,
    });
    const ready = await prepareCart(store, stall, null);
    const begun = openWith(await beginCart(store, stall));
    await remove();
    const browser = openWith(ready);
    const look = async (place: Place, path: string, from = browser) => {
      const page = await openWhole(from, path);
      expect(page.html, path).toContain(says[place] ?? "");
      return page;
    };

    await look("begun cart", "/us/cart", begun);
    const cart = await look("cart", "/us/cart");
    expect(cart.html).toContain(stall.product.title);
    expect(cart.sums, "the cart has sums").not.toBeNull();
    for (const step of ["address", "delivery", "payment", "review"] as const)
      await look(step, `/us/checkout?step=${step}`);
    const shopper = await browser.get("/api/shopper");
    expect(shopper.status).toBe(200);
    expect(JSON.parse(shopper.html)).toMatchObject({ customer: null, cart: { lines: [{}] } });

    // Signing in merges the guest's cart into the customer's.
    const signedIn = await browser.submit("/us/login", "password", account);
    expect(signedIn.location).toBe("/us/account");
    await look("merged cart", "/us/cart");
    await look("orders", "/us/account/orders");
    const { id } = body.order;
    for (const path of [`/us/account/orders/details/${id}`, `/us/order/${id}/confirmed`]) {
      const order = await look("order", path);
      expect(order.html, path).toContain(stall.product.title);
      // A tenth of 9,033.35.
      expect([90_333, 90_334], path).toContain(order.sums?.discount);
    }
    const again = await browser.submit(`/us/account/orders/details/${id}`, "order", {});
    expectNoFailure(again.html, "ordering again");
  });
}

function openWith(cartId: string): PlainBrowser {
  const browser = new PlainBrowser();
  browser.cookies.set("__Host-cart", cartId);
  return browser;
}

async function beginCart(store: Store, { product }: Stall, token?: string | null): Promise<string> {
  const { body: found } = await store.get<{ regions: { id: string; currency_code: string }[] }>(
    "/store/regions",
  );
  const region = found.regions.find(({ currency_code }) => currency_code === "usd");
  const answer = await store.post<{ cart: { id: string } }>("/store/carts", {
    ...(token ? { token } : {}),
    body: {
      region_id: region?.id,
      items: [{ variant_id: product.variantIds[0], quantity: 1 }],
      shipping_address: { country_code: "us" },
    },
  });
  return answer.body.cart.id;
}

async function prepareCart(store: Store, stall: Stall, token: string | null): Promise<string> {
  const id = await beginCart(store, stall, token);
  const post = async <T>(path: string, body: object) => {
    const answer = await store.post<T>(path, { ...(token ? { token } : {}), body });
    expect(answer.status, `${path} ${JSON.stringify(answer.body)}`).toBe(200);
    return answer.body;
  };
  const address = {
    first_name: "Ada",
    last_name: "Lovelace",
    address_1: "350 Fifth Avenue",
    city: stall.city,
    province: "NY",
    postal_code: "10118",
    country_code: "us",
  };
  const contact = {
    shipping_address: address,
    billing_address: address,
    ...(token ? {} : { email: newEmail() }),
  };
  await post(`/store/carts/${id}`, { ...contact, promo_codes: [stall.promotion.code] });
  await post(`/store/carts/${id}/shipping-methods`, { option_id: stall.optionId });
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
