import { expect, test } from "vitest";
import { listOptionPictures } from "./option-pictures";

const variant = (colour: string, size: string, picture: string | null) => ({
  options: [
    { title: "Colour", value: colour },
    { title: "Size", value: size },
  ],
  picture,
});

test("a colour has the picture of its variants; a size, whose variants have several, has none", () => {
  const variants = [
    variant("Ink", "S", "ink.webp"),
    variant("Ink", "M", "ink.webp"),
    variant("Oat", "S", "oat.webp"),
  ];
  expect(listOptionPictures(variants)).toEqual([
    "colour=ink ink.webp",
    "colour=oat oat.webp",
    "size=m ink.webp",
  ]);
});

test("nothing is told of variants without pictures, or that all have the same one", () => {
  expect(listOptionPictures([variant("Ink", "S", null), variant("Oat", "M", null)])).toEqual([]);
  expect(listOptionPictures([variant("Ink", "S", "a.webp"), variant("Oat", "M", "a.webp")])).toEqual([]);
  expect(listOptionPictures([variant("Ink", "S", "a.webp"), variant("Oat", "M", null)])).toEqual([
    "colour=ink a.webp",
    "size=s a.webp",
  ]);
});
