import type { MedusaStoreApi } from "./medusa-store-api";

type OrderItem = { variantId: string; quantity: number };
type CartInput = OrderItem & { token?: string; email?: string; code?: string; provider?: string };

export const ADDRESS = {
  first_name: "Ada",
  last_name: "Lovelace",
  address_1: "350 Fifth Avenue",
  city: "New York",
  province: "NY",
  postal_code: "10118",
  country_code: "us",
};

/** The id of a product's first variant. */
export async function findVariantId(storeApi: MedusaStoreApi, handle: string): Promise<string> {
  type Products = { products: { variants: { id: string }[] }[] };
  const { body } = await storeApi.get<Products>(`/store/products?handle=${handle}&fields=variants.id`);
  return body.products[0]?.variants[0]?.id ?? "";
}

/**
 * Places an order for a customer, in as few requests as Medusa needs.
 * @returns the order's id
 */
export async function placeOrderViaApi(
  storeApi: MedusaStoreApi,
  token: string,
  item: OrderItem & Pick<CartInput, "code">,
): Promise<string> {
  const path = `/store/carts/${await createReadyCart(storeApi, { ...item, token })}/complete`;
  const response = await storeApi.post<{ order: { id: string } }>(path, { token });
  if (response.status >= 300) throw new Error(`${path}: ${response.status} ${JSON.stringify(response.body)}`);
  return response.body.order.id;
}

/**
 * Creates a cart that is ready to be completed; a guest's without a token.
 * @returns the cart's id
 */
export async function createReadyCart(storeApi: MedusaStoreApi, cartInput: CartInput): Promise<string> {
  const { variantId, quantity, token, email, code, provider = "pp_system_default" } = cartInput;
  const input = {
    region_id: await findRegionId(storeApi),
    items: [{ variant_id: variantId, quantity }],
    shipping_address: ADDRESS,
    billing_address: ADDRESS,
    ...(email ? { email } : {}),
    ...(code ? { promo_codes: [code] } : {}),
  };
  const post = async <T>(path: string, body: object = {}) => {
    const response = await storeApi.post<T>(path, { token, body });
    if (response.status >= 300)
      throw new Error(`${path}: ${response.status} ${JSON.stringify(response.body)}`);
    return response.body;
  };
  const { cart } = await post<{ cart: { id: string } }>("/store/carts", input);
  await post(`/store/carts/${cart.id}/shipping-methods`, {
    option_id: await findShippingOptionId(storeApi, token, cart.id),
  });
  const payment = await post<{ payment_collection: { id: string } }>("/store/payment-collections", {
    cart_id: cart.id,
  });
  const sessions = `/store/payment-collections/${payment.payment_collection.id}/payment-sessions`;
  await post(sessions, { provider_id: provider });
  return cart.id;
}

async function findRegionId(storeApi: MedusaStoreApi): Promise<string> {
  type Regions = { regions: { id: string; currency_code: string }[] };
  const { body } = await storeApi.get<Regions>("/store/regions");
  return body.regions.find(({ currency_code }) => currency_code === "usd")?.id ?? "";
}

/** The id of the cheapest. */
async function findShippingOptionId(
  storeApi: MedusaStoreApi,
  token: string | undefined,
  cartId: string,
): Promise<string> {
  type Options = { shipping_options: { id: string; amount: number }[] };
  const { body } = await storeApi.get<Options>(`/store/shipping-options?cart_id=${cartId}`, { token });
  // The backend returns them in no order.
  return body.shipping_options.toSorted((a, b) => a.amount - b.amount)[0]?.id ?? "";
}
