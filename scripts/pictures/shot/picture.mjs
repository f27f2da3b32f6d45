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

const HEAVIEST = 64_000;

/**
 * Renders the views of one product and writes them; `draft` is small, quick and kept out of the repository.
 * Gives the names and sizes of what it wrote.
 */
export async function develop({ handle, drawing, draft }) {
  const shots = await KINDS[drawing.kind](drawing);
  const folder = draft ? DRAFTS : PICTURES;
  await mkdir(folder, { recursive: true });
  const written = [];
  for (const [i, shot] of shots.entries()) {
    const image = photograph(shot, draft ? DRAFT : FINAL);
    const bytes = draft ? await image.png().toBuffer() : await light(image, HEAVIEST);
    const name = `${handle}-${i + 1}.${draft ? "png" : "webp"}`;
    await writeFile(new URL(name, folder), bytes);
    written.push(`${name} ${Math.round(bytes.length / 1024)} KB`);
  }
  return written;
}

const FINAL = { width: 800, height: 1000, lights: { window: 24, room: 36, map: 1280 }, hairs: 25_000 };
const DRAFT = { width: 400, height: 500, lights: { window: 20, room: 32, map: 1024 }, hairs: 9_000 };

/** A shot with its hairs, rendered. */
export function photograph(shot, { hairs, ...size }) {
  return render(
    { ...shot, meshes: [...shot.meshes, ...fuzz(shot, { pixels: size.height, count: hairs })] },
    size,
  );
}

/** WebP at the best of a few qualities that weighs no more than `heaviest` bytes; what is heavier still is softened. */
export async function light(image, heaviest) {
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  const encode = (quality, blur) => {
    const picture = sharp(data, { raw: info });
    return (blur ? picture.blur(blur) : picture)
      .webp({ quality, effort: 4, smartSubsample: true })
      .toBuffer();
  };
  for (const quality of [80, 68, 56]) {
    const bytes = await encode(quality);
    if (bytes.length <= heaviest) return bytes;
  }
  return encode(50, 0.7);
}
