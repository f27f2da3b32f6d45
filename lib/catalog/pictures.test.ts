import { expect, test } from "vitest";
import { parseProducts } from "@/lib/catalog/backend-product";
import { reshapePictures } from "@/lib/catalog/pictures";
import { reshapeProduct } from "@/lib/catalog/reshape";

type VariantInput = { colour: string; size?: string; images?: string[]; thumbnail?: string };

/** A product as the backend answers it, whose pictures are the given ones. */
function read(images: string[], variants: VariantInput[]) {
  const product = {
    id: "prod_1",
    handle: "cap",
    title: "Cap",
    thumbnail: "cap.webp",
    images: images.map((url) => ({ url })),
    options: [
      { id: "colour", title: "Colour" },
      { id: "size", title: "Size" },
    ],
    variants: variants.map(({ colour, size = "M", images: own = [], thumbnail = null }, index) => ({
      id: `variant_${index}`,
      title: `${colour} / ${size}`,
      variant_rank: index,
      options: [
        { option_id: "colour", value: colour },
        { option_id: "size", value: size },
      ],
      images: own.map((url) => ({ url })),
      thumbnail,
      calculated_price: { calculated_amount: 40, original_amount: 40, currency_code: "usd" },
    })),
  };
  const [found] = parseProducts({ products: [product], count: 1 }).products;
  if (!found) throw new Error("The cap is a product.");
  return found;
}

test("pictures of a colour are shown for it, and those of no variant for every colour", () => {
  const product = read(
    ["ink-1", "ink-2", "oat-1", "box"],
    [
      { colour: "Ink", size: "S", images: ["ink-1", "ink-2", "box"] },
      { colour: "Ink", size: "M", images: ["ink-1", "ink-2", "box"] },
      { colour: "Oat", size: "M", images: ["oat-1", "box"] },
    ],
  );
  expect(reshapePictures(product)).toEqual({
    pictureOption: "Colour",
    pictures: [
      { url: "ink-1", alt: "Cap, Ink", values: ["Ink"] },
      { url: "ink-2", alt: "Cap, Ink, view 2", values: ["Ink"] },
      { url: "oat-1", alt: "Cap, Oat", values: ["Oat"] },
      { url: "box", alt: "Cap", values: null },
    ],
  });
});

test("a variant without pictures of its own shows those of the product", () => {
  const none = [{ colour: "Ink" }, { colour: "Oat" }];
  expect(reshapePictures(read(["a", "b"], none))).toEqual({
    pictureOption: null,
    pictures: [
      { url: "a", alt: "Cap", values: null },
      { url: "b", alt: "Cap, view 2", values: null },
    ],
  });
  const some = [{ colour: "Ink", images: ["ink-1"] }, { colour: "Oat" }];
  const { pictures } = reshapePictures(
    read(["ink-1", "teal-1"], [...some, { colour: "Teal", images: ["teal-1"] }]),
  );
  expect(pictures.map(({ values }) => values)).toEqual([
    ["Ink", "Oat"],
    ["Oat", "Teal"],
  ]);
});

test("pictures that differ by more than one option are all shown", () => {
  const variants = ["S", "M"].flatMap((size) =>
    ["Ink", "Oat"].map((colour) => ({ colour, size, images: [`${colour}-${size}`] })),
  );
  const { pictures, pictureOption } = reshapePictures(
    read(
      variants.flatMap(({ images }) => images),
      variants,
    ),
  );
  expect(pictureOption).toBeNull();
  expect(pictures.map(({ values }) => values)).toEqual([null, null, null, null]);
});

test("a line of the cart has the picture of its variant, or else the product's", () => {
  const product = reshapeProduct(read([], [{ colour: "Ink", thumbnail: "ink-1" }, { colour: "Oat" }]));
  expect(product?.variants.map(({ pictureUrl }) => pictureUrl)).toEqual(["ink-1", "cap.webp"]);
});

test("a product without pictures, and one with a thumbnail alone", () => {
  const product = read([], [{ colour: "Ink" }]);
  expect(reshapePictures(product).pictures).toEqual([{ url: "cap.webp", alt: "Cap", values: null }]);
  expect(reshapePictures({ ...product, thumbnail: null }).pictures).toEqual([]);
});
