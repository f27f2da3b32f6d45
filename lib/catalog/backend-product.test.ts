import { expect, test, vi } from "vitest";
import { parseProducts } from "@/lib/catalog/backend-product";
import { reshapeProduct } from "@/lib/catalog/reshape";

const PRICE = { calculated_amount: 40, original_amount: 40, currency_code: "usd" };
const SCARF = {
  id: "prod_1",
  handle: "scarf",
  title: "Scarf",
  variants: [{ id: "variant_1", calculated_price: PRICE }],
};

const read = (...products: unknown[]) =>
  parseProducts({ products, count: products.length }).products.map(reshapeProduct);

test("a product is shown without what is gone of it", () => {
  const gone = {
    images: null,
    options: [null],
    categories: [null],
    collection: null,
    metadata: null,
    variants: [null, ...SCARF.variants, { id: "variant_2", calculated_price: null }],
  };
  expect(read({ ...SCARF, ...gone })).toEqual([
    expect.objectContaining({
      category: null,
      collection: null,
      pictures: [],
      price: { amount: 40, currency: "usd" },
    }),
  ]);
});

test("one odd product costs no other of the list", () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  expect(read({ ...SCARF, handle: null }, null, SCARF).map((product) => product?.handle)).toEqual(["scarf"]);
});
