import { beforeEach, expect, test, vi } from "vitest";
import { describeShortages } from "@/lib/cart/stock";
import { getProductUncached } from "@/lib/catalog/products";
import { AppError } from "@/lib/errors";

vi.mock("@/lib/catalog/products", () => ({ getProductUncached: vi.fn() }));

const line = (name: string, quantity: number) => ({
  title: name,
  variant_title: "Oat",
  product_handle: name.toLowerCase(),
  variant_id: `variant_${name}`,
  quantity,
});
const cart = (...items: ReturnType<typeof line>[]) =>
  ({ items, shipping_address: { country_code: "gb" } }) as never;

/** What the backend has: by product, how many of its one variant; a product that is not named is not sold. */
const stock = (counts: Record<string, number | null>) =>
  vi.mocked(getProductUncached).mockImplementation((_country, handle) => {
    const name = Object.keys(counts).find((key) => key.toLowerCase() === handle);
    const variant = name && { id: `variant_${name}`, available: counts[name] };
    return Promise.resolve((variant ? { variants: [variant] } : null) as never);
  });

beforeEach(() => void vi.mocked(getProductUncached).mockReset());

test("Only what is short is named, in the cart's order, with what is left of it", async () => {
  stock({ Scarf: 0, Hat: 5, Tote: 2 });
  const text = await describeShortages(cart(line("Tote", 3), line("Hat", 5), line("Scarf", 1)));
  expect(text).toBe("Tote, Oat: only 2 left. Scarf, Oat: none left.");
});

test("What is not counted, or not found, is not called short", async () => {
  stock({ Scarf: null });
  expect(await describeShortages(cart(line("Scarf", 90), line("Renamed", 1)))).toBe("");
});

test("The count is that of the cart's country", async () => {
  stock({ Scarf: 1 });
  await describeShortages(cart(line("Scarf", 1)));
  expect(vi.mocked(getProductUncached)).toHaveBeenCalledWith("gb", "scarf");
});

test("An outage is no count", async () => {
  vi.mocked(getProductUncached).mockRejectedValue(new AppError("unavailable"));
  await expect(describeShortages(cart(line("Scarf", 1)))).rejects.toMatchObject({ code: "unavailable" });
});
