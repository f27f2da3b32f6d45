import { expect, test } from "vitest";
import { parseProducts } from "./backend-product";
import { reshapeProduct } from "./reshape";

const variant = (rank: number, colour: string, size: string) => ({
  id: `variant_${rank}`,
  title: `${colour} / ${size}`,
  variant_rank: rank,
  options: [
    { option_id: "size", value: size },
    { option_id: "colour", value: colour },
  ],
  calculated_price: { calculated_amount: 40 + rank, original_amount: 50, currency_code: "usd" },
  manage_inventory: true,
  inventory_quantity: rank,
});

// As the backend answers: options, and variants with their own, in no order.
const PRODUCT = {
  id: "prod_1",
  handle: "mittens",
  title: "Mittens",
  options: [
    { id: "size", title: "Size" },
    { id: "colour", title: "Colour" },
  ],
  variants: [
    variant(2, "Rust", "L"),
    variant(0, "Rust", "S"),
    variant(3, "Fog", "S"),
    variant(1, "Rust", "M"),
  ],
};

const [mittens] = parseProducts({ products: [PRODUCT], count: 1 }).products;
if (!mittens) throw new Error("The mittens are a product.");

test("options and their values come in the order that the admin gave them", () => {
  expect(reshapeProduct(mittens)?.options).toEqual([
    { title: "Colour", values: ["Rust", "Fog"] },
    { title: "Size", values: ["S", "M", "L"] },
  ]);
});

test("a product costs what its cheapest variant does, and is there while any of them is", () => {
  const product = reshapeProduct(mittens);
  expect(product?.price).toEqual({ amount: 40, currency: "usd" });
  expect(product?.originalPrice).toEqual({ amount: 50, currency: "usd" });
  expect(product?.hasPriceRange).toBe(true);
  expect(product?.isSoldOut).toBe(false);
  expect(product?.variants.map(({ available }) => available)).toEqual([0, 1, 2, 3]);
});

test("a product without a price in the region is not sold there", () => {
  expect(reshapeProduct({ ...mittens, variants: [] })).toBeNull();
});
