import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { MedusaContainer } from "@medusajs/framework/types";
import { uploadFilesWorkflow } from "@medusajs/medusa/core-flows";
import type { CatalogFileProduct } from "./catalog-file";

/** The URLs of a product's pictures by colour, first view first; under "" those of all its variants. */
export type Pictures = Map<string, string[]>;

/** `uploadedAs` tells the products' files apart, and these from those of earlier versions ("porters-beanie-1.webp"). */
interface PictureFile {
  colour: string;
  path: string;
  uploadedAs: string;
}

/** "ink-1.webp", "1.webp" */
const NAME = /^(?:(?<colour>.+)-)?(?<view>[1-9])\.webp$/;

/** The colour of a variant; "" if its product has no choice of colours. */
export function getColour({ options }: CatalogFileProduct["variants"][number]): string {
  return options.Colour ?? "";
}

/** The colours of a product in its order. */
export function listColours({ variants }: Pick<CatalogFileProduct, "variants">): string[] {
  return [...new Set(variants.map(getColour))].filter(Boolean);
}

/**
 * The pictures of a product: the files `ink-1.webp`, `ink-2.webp` … of its colours and `1.webp`, `2.webp` … of all its
 * variants, in its folder.
 * @throws Error for a product without pictures, and for a picture of a colour that it does not have
 */
export async function listPictureFiles(folder: string, product: CatalogFileProduct): Promise<PictureFile[]> {
  const { handle } = product;
  const colours = new Map(listColours(product).map((colour) => [colour.toLowerCase(), colour]));
  const names = (await readdir(join(folder, handle))).filter((name) => name.endsWith(".webp")).toSorted();
  const files = names.map((name) => {
    const { colour = "", view } = NAME.exec(name)?.groups ?? {};
    if (!view || (colour && !colours.has(colour)))
      throw new Error(`"${handle}" has no colour that the picture ${handle}/${name} could show.`);
    return {
      colour: colours.get(colour) ?? "",
      path: join(folder, handle, name),
      uploadedAs: `${handle}-${colour || "view"}-${view}.webp`,
    };
  });
  if (files.length === 0) throw new Error(`${folder} has no picture of "${handle}".`);
  return [...colours.values(), ""].flatMap((each) => files.filter(({ colour }) => colour === each));
}

/** Uploads the pictures of a product. */
export async function uploadPictures(
  container: MedusaContainer,
  folder: string,
  product: CatalogFileProduct,
): Promise<Pictures> {
  const pictures = await listPictureFiles(folder, product);
  const files = await Promise.all(
    pictures.map(async ({ path, uploadedAs }) => ({
      filename: uploadedAs,
      mimeType: "image/webp",
      content: await readFile(path, "base64"),
      access: "public" as const,
    })),
  );
  const { result } = await uploadFilesWorkflow(container).run({ input: { files } });
  return groupByColour(pictures, (_, index) => result[index]?.url);
}

/** The URLs of picture files by their colour, without those that have none. */
export function groupByColour(
  files: readonly PictureFile[],
  getUrl: (file: PictureFile, index: number) => string | undefined,
): Pictures {
  const pictures: Pictures = new Map();
  files.forEach((file, index) => {
    const url = getUrl(file, index);
    if (url) pictures.set(file.colour, [...(pictures.get(file.colour) ?? []), url]);
  });
  return pictures;
}

/** The pictures of a variant: of its colour, or else of all variants. */
export function picturesOf(pictures: Pictures, variant: CatalogFileProduct["variants"][number]): string[] {
  return pictures.get(getColour(variant)) ?? pictures.get("") ?? [];
}
