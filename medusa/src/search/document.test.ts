import { expect, test } from "vitest";
import type { IndexedCategory } from "./categories";
import { buildDocuments, type IndexedProduct, type IndexedVariant } from "./document";

const REGIONS = [
  { id: "reg_us", currency_code: "usd" },
  { id: "reg_eu", currency_code: "eur" },
];

const category = (id: string, parent: string | null, flags: Partial<IndexedCategory> = {}) => ({
  id,
  handle: id,
  name: id,
  parent_category_id: parent,
  is_active: true,
  is_internal: false,
  ...flags,
});

const CATEGORIES = new Map(
  [
    category("clothing", null),
    category("office", "clothing", { is_internal: true }),
    category("hats", "office"),
  ].map((each) => [each.id, each] as const),
);

type VariantInput = { colour: string; usd: number; original?: number; isAvailable?: boolean };

const variant = ({ colour, usd, original = usd, isAvailable = true }: VariantInput): IndexedVariant => ({
  id: `variant_${colour}`,
  sku: `SKU-${colour}`,
  options: [{ title: "Colour", value: colour }],
  isAvailable,
  picture: null,
  prices: new Map([["reg_us", { amount: usd, original }]]),
});

const product = (changes: Partial<IndexedProduct> = {}): IndexedProduct => ({
  id: "prod_1",
  handle: "cap",
  title: "Élan Cap",
  subtitle: null,
  description: null,
  status: "published",
  material: "100% lambswool",
  createdAt: "2026-01-01T00:00:00.000Z",
  featured: null,
  picture: null,
  tags: [],
  categoryIds: ["hats"],
  collection: null,
  salesChannelIds: ["sc_1"],
  variants: [variant({ colour: "Ink", usd: 40 })],
  ...changes,
});

const build = (changes?: Partial<IndexedProduct>) => buildDocuments(product(changes), REGIONS, CATEGORIES);

test("a product has a document in each region where it has a price, and none elsewhere", () => {
  expect(build().map(({ id, region_ids }) => [id, region_ids])).toEqual([["prod_1:reg_us", ["reg_us"]]]);
});

test.each([{ status: "draft" }, { salesChannelIds: [] }, { variants: [] }])(
  "a product with %j has no document",
  (changes) => {
    expect(build(changes)).toEqual([]);
  },
);

test("the price is the lowest, reduced if it was higher before", () => {
  const [document] = build({
    variants: [variant({ colour: "Ink", usd: 50 }), variant({ colour: "Oat", usd: 30, original: 45 })],
  });
  expect(document).toMatchObject({
    price: 30,
    original_price: 45,
    is_reduced: true,
    has_price_range: true,
    currency_code: "usd",
  });
  expect(build()[0]).toMatchObject({ is_reduced: false, original_price: null, has_price_range: false });
});

test("what is sold out is not among the options in stock", () => {
  const [document] = build({
    variants: [variant({ colour: "Ink", usd: 40, isAvailable: false }), variant({ colour: "Oat", usd: 40 })],
  });
  expect(document).toMatchObject({
    is_in_stock: true,
    options: ["colour=ink", "colour=oat"],
    options_in_stock: ["colour=oat"],
  });
});

test("a parent lists the products of its children; internal categories are in no document", () => {
  const [document] = build();
  expect(document?.categories).toEqual(["clothing", "hats"]);
  expect(JSON.stringify(document)).not.toContain("office");
});

test("categories that are each other's parents end nothing", () => {
  const circle = new Map([category("a", "b"), category("b", "a")].map((each) => [each.id, each] as const));
  const [document] = buildDocuments(product({ categoryIds: ["a"] }), REGIONS, circle);
  expect(document?.categories).toEqual(["a", "b"]);
});

test("the hash changes with what a list shows, and with nothing else", () => {
  const hash = (changes?: Partial<IndexedProduct>) => build(changes)[0]?.hash;
  expect(hash()).toBe(hash({ salesChannelIds: ["sc_1"] }));
  expect(hash()).not.toBe(hash({ title: "Other" }));
  expect(hash()).not.toBe(hash({ variants: [variant({ colour: "Ink", usd: 40, isAvailable: false })] }));
});

test("plain names of colours and materials are found", () => {
  expect(build()[0]?.keywords).toMatch(/hats.*100% lambswool.*wool.*Ink.*black.*SKU-Ink/);
});
