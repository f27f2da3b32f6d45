import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { MedusaContainer } from "@medusajs/framework/types";
import { uploadFilesWorkflow } from "@medusajs/medusa/core-flows";

const PICTURE = /^(?<handle>.+)-(?<view>[1-9])\.webp$/;

/**
 * Uploads the pictures of these products.
 * @returns URLs by handle, first view first
 * @throws Error for a product without a picture
 */
export async function uploadPictures(container: MedusaContainer, folder: string, handles: string[]) {
  const wanted = new Set(handles);
  const names = (await readdir(folder)).toSorted().filter((name) => wanted.has(handleOf(name)));
  const bare = handles.find((handle) => !names.some((name) => handleOf(name) === handle));
  if (bare) throw new Error(`${folder} has no picture of "${bare}".`);
  const files = await Promise.all(
    names.map(async (filename) => ({
      filename,
      mimeType: "image/webp",
      content: await readFile(join(folder, filename), "base64"),
      access: "public" as const,
    })),
  );
  const { result } = await uploadFilesWorkflow(container).run({ input: { files } });
  const urls = new Map<string, string[]>(handles.map((handle) => [handle, []]));
  result.forEach(({ url }, index) => urls.get(handleOf(names[index]))?.push(url));
  return urls;
}

function handleOf(name = ""): string {
  return PICTURE.exec(name)?.groups?.handle ?? "";
}
