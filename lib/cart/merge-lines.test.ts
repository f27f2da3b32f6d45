import { beforeEach, expect, test, vi } from "vitest";
import { readOpenCartOf } from "@/lib/cart/current";
import { moveLine } from "@/lib/cart/merge-lines";
import { getProductUncached } from "@/lib/catalog/products";
import { AppError } from "@/lib/errors";
import { callAs } from "@/lib/medusa/client";

vi.mock("@/lib/cart/current", () => ({ readOpenCartOf: vi.fn() }));
vi.mock("@/lib/catalog/products", () => ({ getProductUncached: vi.fn() }));
vi.mock("@/lib/medusa/client", () => ({ callAs: vi.fn() }));

const SCARF = { id: "line_1", title: "Scarf", variant_id: "variant_1", product_handle: "scarf", quantity: 3 };
const carts = (inOwn = 0) =>
  ({
    guest: { id: "guest" },
    guestHolder: { identity: "guest" },
    own: { id: "own", items: inOwn ? [{ variant_id: "variant_1", quantity: inOwn }] : [] },
    ownHolder: { identity: "customer" },
  }) as never;
const counts = (...available: (number | null)[]) => {
  for (const count of available) {
    const product = { variants: [{ id: "variant_1", available: count }] };
    vi.mocked(getProductUncached).mockResolvedValueOnce(product as never);
  }
};
const nowInOwn = (quantity: number) =>
  vi
    .mocked(readOpenCartOf)
    .mockResolvedValueOnce({ items: [{ variant_id: "variant_1", quantity }] } as never);
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
  vi.mocked(readOpenCartOf).mockReset();
  vi.mocked(getProductUncached).mockReset();
  vi.mocked(callAs).mockReset();
});

test("A line moves as far as there is stock beside what the customer's cart has", async () => {
  counts(4);
  expect(await moveLine(SCARF as never, carts(2))).toEqual([
    "Scarf: 4 is all there is, so your cart has 4 and not 3 more.",
  ]);
  expect(listCalls()).toEqual([add(2), TAKE_OUT]);
});

test("When somebody is quicker, what is left is added after all", async () => {
  counts(3, 1);
  vi.mocked(callAs).mockRejectedValueOnce(new AppError("out-of-stock"));
  expect(await moveLine(SCARF as never, carts())).toEqual([
    "Scarf: 1 is all there is, so your cart has 1 and not 3 more.",
  ]);
  expect(listCalls()).toEqual([add(3), add(1), TAKE_OUT]);
});

test("What is gone altogether is said to be", async () => {
  counts(0);
  expect(await moveLine(SCARF as never, carts())).toEqual([
    "Scarf: sold out in the meantime, so it is not in your cart.",
  ]);
  expect(listCalls()).toEqual([TAKE_OUT]);
});

test("What is no longer for sale is said to be, and not tried again", async () => {
  counts(null);
  vi.mocked(callAs).mockRejectedValueOnce(new AppError("not-for-sale"));
  expect(await moveLine(SCARF as never, carts())).toEqual([
    "Scarf: no longer sold here, so it is not in your cart.",
  ]);
  expect(listCalls()).toEqual([add(3), TAKE_OUT]);
});

test.each(["unavailable", "signed-out"] as const)(
  "An answer of %s is none about stock: the guest's line stays",
  async (code) => {
    counts(null);
    nowInOwn(1);
    vi.mocked(callAs).mockRejectedValueOnce(new AppError(code));
    await expect(moveLine(SCARF as never, carts(1))).rejects.toMatchObject({ code });
    expect(listCalls()).toEqual([add(3)]);
  },
);

test("A line whose answer was lost on its way is not added a second time at the next occasion", async () => {
  counts(null);
  nowInOwn(4);
  vi.mocked(callAs).mockRejectedValueOnce(new AppError("unavailable"));
  expect(await moveLine(SCARF as never, carts(1))).toEqual([]);
  expect(listCalls()).toEqual([add(3), TAKE_OUT]);
});
