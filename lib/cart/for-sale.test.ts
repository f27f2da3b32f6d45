import { beforeEach, expect, test, vi } from "vitest";
import type { BackendCart } from "@/lib/cart/backend-cart";
import { listPurchasableVariants, isCountryServed } from "@/lib/cart/for-sale";
import { getProduct, getProductUncached } from "@/lib/catalog/products";

vi.mock("@/lib/catalog/products", () => ({ getProduct: vi.fn(), getProductUncached: vi.fn() }));

const variant = { id: "variant_1", available: 3 };
const product = { handle: "hat", status: "published", sales_channels: [{ id: "sc_1" }] };

const createEmptyCart = (own: object | null) =>
  ({
    sales_channel_id: "sc_1",
    shipping_address: { country_code: "us" },
    items: [{ id: "cali_1", variant: own && { id: "variant_1", product: { ...product, ...own } } }],
  }) as unknown as BackendCart;

const findIds = async (cart: BackendCart) => [...(await listPurchasableVariants(cart)).keys()];

beforeEach(() => {
  vi.mocked(getProduct).mockResolvedValue({ variants: [variant] } as never);
  vi.mocked(getProductUncached).mockResolvedValue(null);
});

test.each([
  ["published, in the channel and with a price", {}, ["variant_1"]],
  ["a draft", { status: "draft" }, []],
  ["in another channel only", { sales_channels: [{ id: "sc_2" }] }, []],
  ["in no channel", { sales_channels: [] }, []],
  ["deleted", null, []],
])("A line's variant is sold as its product is %s", async (_how, own, ids) => {
  expect(await findIds(createEmptyCart(own))).toEqual(ids);
});

test("Without a price in that country it is not sold, and what is newer than the kept catalogue is", async () => {
  vi.mocked(getProduct).mockResolvedValue({ variants: [] } as never);
  expect(await findIds(createEmptyCart({}))).toEqual([]);
  vi.mocked(getProductUncached).mockResolvedValue({ variants: [variant] } as never);
  expect(await findIds(createEmptyCart({}))).toEqual(["variant_1"]);
});

test.each([
  [{ region: { countries: [{ iso_2: "us" }] }, shipping_address: { country_code: "us" } }, true],
  [{ region: { countries: [{ iso_2: "gb" }] }, shipping_address: { country_code: "us" } }, false],
  [{ region: null, shipping_address: { country_code: "us" } }, false],
  [{ region: { countries: [{ iso_2: "us" }] }, shipping_address: null }, false],
])("A country is served while it is one of the cart's region's (%#)", (cart, isServed) => {
  expect(isCountryServed(cart as unknown as BackendCart)).toBe(isServed);
});
