import { mkdir, writeFile } from "node:fs/promises";
import sharp from "sharp";
import { render } from "../core/render.mjs";
import { fuzz } from "../shape/fuzz.mjs";
import * as bags from "./bag.mjs";
import * as gloves from "./glove.mjs";
import * as hats from "./hat.mjs";
import { drawstring } from "./pouch.mjs";
import { print } from "./print.mjs";
import { scarf } from "./scarf.mjs";
import { square } from "./square.mjs";
import { umbrella } from "./umbrella.mjs";

/** How each kind of product is photographed. */
const KINDS = { ...bags, ...gloves, ...hats, drawstring, print, scarf, square, umbrella };
const PICTURES = new URL("../../../medusa/seed/pictures/", import.meta.url);
const DRAFTS = new URL("../../../.data/drafts/", import.meta.url);

const HEAVIEST = 92_000;

/** Renders one view of one product and writes it; `draft` is small, quick and kept out of the repository. */
export async function develop({ handle, drawing, view, draft }) {
  const shots = await KINDS[drawing.kind](drawing);
  const image = photograph(shots[view - 1], draft ? DRAFT : FINAL);
  const bytes = draft ? await image.png().toBuffer() : await light(image, HEAVIEST);
  const folder = draft ? DRAFTS : PICTURES;
  const name = `${handle}-${view}.${draft ? "png" : "webp"}`;
  await mkdir(folder, { recursive: true });
  await writeFile(new URL(name, folder), bytes);
  return { name, bytes: bytes.length };
}

const FINAL = { width: 1200, height: 1500, lights: { window: 36, room: 56, map: 2048 }, hairs: 60_000 };
const DRAFT = { width: 400, height: 500, lights: { window: 20, room: 32, map: 1024 }, hairs: 9_000 };

/** A shot with its hairs, rendered. */
export function photograph(shot, { hairs, ...size }) {
  return render(
    { ...shot, meshes: [...shot.meshes, ...fuzz(shot, { pixels: size.height, count: hairs })] },
    size,
  );
}

/** WebP at the best quality that weighs no more than `heaviest` bytes. */
export async function light(image, heaviest) {
  const pixels = await image.png({ compressionLevel: 1 }).toBuffer();
  let bytes = Buffer.alloc(0);
  for (const quality of [82, 76, 70, 63, 56, 48]) {
    bytes = await sharp(pixels).webp({ quality, effort: 5, smartSubsample: true }).toBuffer();
    if (bytes.length <= heaviest) break;
  }
  return bytes;
}
