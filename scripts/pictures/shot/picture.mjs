import { mkdir, rename, writeFile } from "node:fs/promises";
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

/** Bytes of a picture, for each of its pixels. */
const HEAVIEST = 0.055;

/** Of each colour: the whole thing, a detail, and the whole thing again, folded, shut or from elsewhere. */
export const VIEWS = [1, 2, 3];

const FINAL = { over: 1.36, lights: { window: 18, room: 28, map: 1024 }, hairs: 32_000 };
const DRAFT = { width: 400, height: 500, lights: { window: 20, room: 32, map: 1024 }, hairs: 9_000 };

/** Where a view of a product in a colour is kept; `draft` is small, quick and kept out of the repository. */
export function pictureFile({ handle, colour }, view, draft) {
  const name = colour === null ? `${view}` : `${colour.toLowerCase()}-${view}`;
  return new URL(`${handle}/${name}.${draft ? "png" : "webp"}`, draft ? DRAFTS : PICTURES);
}

/**
 * Renders some views of a product in a colour, `width` pixels wide, and writes them. `known`: of the same product in other
 * colours, see `render`. Gives the paths and sizes of what it wrote.
 */
export async function drawViews(look, views, { width, draft, known }) {
  const size = { width, height: width * 1.25 };
  const shots = await KINDS[look.drawing.kind](look.drawing, look.names);
  const written = [];
  for (const view of views) {
    const file = pictureFile(look, view, draft);
    const shot = { ...shots[view - 1], name: `${look.handle} ${view}` };
    const image = photograph(shot, draft ? DRAFT : { ...FINAL, ...size, known });
    const bytes = draft
      ? await image.png().toBuffer()
      : await light(image, HEAVIEST * size.width * size.height);
    await mkdir(new URL(".", file), { recursive: true });
    // Renamed when complete: a file that is there is whole.
    const part = new URL(`${file.href}.part`);
    await writeFile(part, bytes);
    await rename(part, file);
    written.push(`${look.handle} ${look.colour ?? ""} ${view}: ${Math.round(bytes.length / 1024)} KB`);
  }
  return written;
}

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
  for (const quality of [76, 62, 50, 40]) {
    const bytes = await encode(quality);
    if (bytes.length <= heaviest) return bytes;
  }
  return encode(40, 0.7);
}
