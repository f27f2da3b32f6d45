import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readCatalogFile } from "./catalog-file";
import { groupByColour, listColours, listPictureFiles, picturesOf } from "./pictures";

const SEED = join(__dirname, "../../seed");
const FOLDER = join(SEED, "pictures");

test("every colour of every product has its three pictures, and no picture is left over", async () => {
  const { products } = await readCatalogFile(SEED);
  const wanted = products.flatMap((product) => {
    const looks = listColours(product).map((colour) => `${colour.toLowerCase()}-`);
    return (looks.length > 0 ? looks : [""]).flatMap((look) =>
      [1, 2, 3].map((view) => join(product.handle, `${look}${view}.webp`)),
    );
  });
  const there = readdirSync(FOLDER, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(FOLDER.length + 1));
  expect(there.toSorted()).toEqual(wanted.toSorted());
});

test("pictures come in the order of the colours, and a picture of a colour that there is not is refused", async () => {
  const { products } = await readCatalogFile(SEED);
  const hat = products.find(({ handle }) => handle === "cold-platform-bobble-hat");
  if (!hat) throw new Error("The hat is in the catalogue.");
  const files = await listPictureFiles(FOLDER, hat);
  expect([...new Set(files.map(({ colour }) => colour))]).toEqual(["Bone", "Rust", "Fog"]);
  expect(files[0]?.uploadedAs).toBe("cold-platform-bobble-hat-bone-1.webp");
  const oneColour = { ...hat, variants: hat.variants.slice(0, 1) };
  await expect(listPictureFiles(FOLDER, oneColour)).rejects.toThrow("cold-platform-bobble-hat/fog-1.webp");
});

test("a variant without pictures in its colour has those of all variants", () => {
  const file = (colour: string) => ({ colour, path: "", uploadedAs: "" });
  const pictures = groupByColour([file("Ink"), file("Ink"), file("")], (_, index) => `${index}.webp`);
  const variant = (colour: string) => ({
    sku: "",
    options: { Colour: colour },
    prices: { usd: 1, gbp: 1, eur: 1, jpy: 1 },
    stock: 1,
  });
  expect(picturesOf(pictures, variant("Ink"))).toEqual(["0.webp", "1.webp"]);
  expect(picturesOf(pictures, variant("Oat"))).toEqual(["2.webp"]);
});
