import { beforeEach, expect, test, vi } from "vitest";
import { findActiveCartFor } from "@/lib/cart/active-cart";
import { mergeLine } from "@/lib/cart/merge";
import { getProductUncached } from "@/lib/catalog/products";
import { AppError } from "@/lib/errors";
import { callAs } from "@/lib/medusa/client";

vi.mock("@/lib/cart/active-cart", () => ({ findActiveCartFor: vi.fn() }));
vi.mock("@/lib/catalog/products", () => ({ getProductUncached: vi.fn() }));
vi.mock("@/lib/medusa/client", () => ({ callAs: vi.fn() }));

const SCARF = { id: "line_1", title: "Scarf", variant_id: "variant_1", product_handle: "scarf", quantity: 3 };
const pair = (inCustomerCart = 0) =>
  ({
    guest: { cartId: "guest", identity: "guest" },
    own: {
      cartId: "own",
      identity: "customer",
      cart: { items: inCustomerCart ? [{ variant_id: "variant_1", quantity: inCustomerCart }] : [] },
    },
  }) as never;
const counts = (...available: (number | null)[]) => {
  for (const count of available) {
    const product = { variants: [{ id: "variant_1", available: count }] };
    vi.mocked(getProductUncached).mockResolvedValueOnce(product as never);
  }
};
const setCustomerQuantity = (quantity: number) =>
  vi
    .mocked(findActiveCartFor)
    .mockResolvedValueOnce({ cart: { items: [{ variant_id: "variant_1", quantity }] } } as never);
const listCalls = () =>
  vi
    .mocked(callAs)
    .mock.calls.map(([, path, call]) => [call?.method, path, ...(call?.body ? [call.body] : [])]);
const add = (quantity: number) => [
  "POST",
  "/store/carts/own/line-items",
  { variant_id: "variant_1", quantity },
];
const TAKE_OUT = ["DELETE", "/store/carts/guest/line-items/line_1"];

beforeEach(() => {
  vi.mocked(findActiveCartFor).mockReset();
  vi.mocked(getProductUncached).mockReset();
  vi.mocked(callAs).mockReset();
});

test("A line moves as far as there is stock beside what the customer's cart has", async () => {
  counts(4);
  expect(await mergeLine(SCARF as never, pair(2))).toEqual([
    "Scarf: 4 is all there is, so your cart has 4 and not 3 more.",
  ]);
  expect(listCalls()).toEqual([add(2), TAKE_OUT]);
});

test("When the stock is sold meanwhile, the rest of it is added", async () => {
  counts(3, 1);
  vi.mocked(callAs).mockRejectedValueOnce(new AppError("out-of-stock"));
  expect(await mergeLine(SCARF as never, pair())).toEqual([
    "Scarf: 1 is all there is, so your cart has 1 and not 3 more.",
  ]);
  expect(listCalls()).toEqual([add(3), add(1), TAKE_OUT]);
});

test("A line that is sold out is reported", async () => {
  counts(0);
  expect(await mergeLine(SCARF as never, pair())).toEqual([
    "Scarf: sold out in the meantime, so it is not in your cart.",
  ]);
  expect(listCalls()).toEqual([TAKE_OUT]);
});

test("A line that is no longer for sale is reported, and not tried again", async () => {
  counts(null);
  vi.mocked(callAs).mockRejectedValueOnce(new AppError("not-for-sale"));
  expect(await mergeLine(SCARF as never, pair())).toEqual([
    "Scarf: no longer sold here, so it is not in your cart.",
  ]);
  expect(listCalls()).toEqual([add(3), TAKE_OUT]);
});

test.each(["unavailable", "signed-out"] as const)(
  "An error %s says nothing about stock: the guest's line stays",
  async (code) => {
    counts(null);
    setCustomerQuantity(1);
    vi.mocked(callAs).mockRejectedValueOnce(new AppError(code));
    await expect(mergeLine(SCARF as never, pair(1))).rejects.toMatchObject({ code });
    expect(listCalls()).toEqual([add(3)]);
  },
);

test("A line whose response was lost is not added a second time at the next occasion", async () => {
  counts(null);
  setCustomerQuantity(4);
  vi.mocked(callAs).mockRejectedValueOnce(new AppError("unavailable"));
  expect(await mergeLine(SCARF as never, pair(1))).toEqual([]);
  expect(listCalls()).toEqual([add(3), TAKE_OUT]);
});
