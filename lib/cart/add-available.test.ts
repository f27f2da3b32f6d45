import { beforeEach, expect, it, vi } from "vitest";
import { postLineItem } from "@/lib/cart/create";
import { moveActiveCartTo } from "@/lib/cart/move";
import { addAvailable, type RequestedItem } from "@/lib/cart/add-available";
import { getProductUncached } from "@/lib/catalog/products";
import { AppError } from "@/lib/errors";

vi.mock("@/lib/cart/create", () => ({ postLineItem: vi.fn() }));
vi.mock("@/lib/cart/move", () => ({ moveActiveCartTo: vi.fn() }));
vi.mock("@/lib/catalog/products", () => ({ getProductUncached: vi.fn() }));

const SCARF = {
  handle: "scarf",
  variantId: "variant_1",
  variantTitle: "Oat",
  title: "Scarf, Oat",
  quantity: 3,
};
const stock = (available: number | null, inCart = 0) => {
  vi.mocked(getProductUncached).mockResolvedValue({ variants: [{ id: "variant_1", available }] } as never);
  vi.mocked(moveActiveCartTo).mockResolvedValue({
    cart: { items: [{ variant_id: "variant_1", quantity: inCart }] },
  } as never);
};
const CONTEXT = { session: null, identity: {}, cartId: undefined } as never;
const add = (...items: RequestedItem[]) => addAvailable("us", items, CONTEXT);
const missing = (reason: string) => [{ title: "Scarf, Oat", reason }];

beforeEach(
  () =>
    void vi
      .mocked(postLineItem)
      .mockReset()
      .mockResolvedValue({ cart: { items: [] } } as never),
);

it.each([
  ["all of it", [null, 0], 3, undefined],
  ["as much as there is", [2, 0], 2, "only 2 of 3 could be had"],
  ["as much as is left beside the cart", [5, 3], 2, "only 2 of 3 could be had"],
  ["nothing when the cart has it all", [3, 3], 0, "your cart has all that can be had of it"],
  ["nothing when it is sold out", [0, 0], 0, "it is sold out"],
  ["no more than is sold at a time", [null, 98], 1, "only 1 of 3 could be had"],
] as const)("adds %s", async (...[, [available, inCart], quantity, reason]) => {
  stock(available, inCart);
  expect(await add(SCARF)).toEqual({
    added: quantity,
    missing: reason ? missing(reason) : [],
  });
  const line = { variant_id: "variant_1", quantity };
  const lines = vi.mocked(postLineItem).mock.calls.map(([, item]) => item);
  expect(lines).toEqual(quantity > 0 ? [line] : []);
});

it("says what is not made and not sold, and goes on with the rest", async () => {
  stock(null);
  expect(await add({ ...SCARF, variantId: "variant_9" }, SCARF)).toEqual({
    added: 3,
    missing: missing("it is no longer made like that"),
  });
  vi.mocked(getProductUncached).mockResolvedValue(null);
  expect(await add(SCARF)).toEqual({
    added: 0,
    missing: missing("we no longer sell it here"),
  });
});

it("finds the variant that was made anew under the same title", async () => {
  vi.mocked(getProductUncached).mockResolvedValue({
    variants: [
      { id: "variant_7", title: "Ink", available: null },
      { id: "variant_8", title: "Oat", available: null },
    ],
  } as never);
  vi.mocked(moveActiveCartTo).mockResolvedValue(null);
  expect(await add(SCARF)).toEqual({ added: 3, missing: [] });
  expect(postLineItem).toHaveBeenCalledWith(expect.objectContaining({ country: "us", active: null }), {
    variant_id: "variant_8",
    quantity: 3,
  });
});

it("counts once more when somebody was quicker, and then says so", async () => {
  stock(null);
  vi.mocked(postLineItem).mockRejectedValueOnce(new AppError("out-of-stock"));
  expect(await add(SCARF)).toEqual({ added: 3, missing: [] });
  vi.mocked(postLineItem).mockRejectedValue(new AppError("out-of-stock"));
  expect(await add(SCARF)).toEqual({ added: 0, missing: missing("it has just sold out") });
});

it("takes an outage for no answer", async () => {
  stock(null);
  vi.mocked(postLineItem).mockRejectedValueOnce(new AppError("unavailable"));
  await expect(add(SCARF)).rejects.toMatchObject({ code: "unavailable" });
});
