import sharp from "sharp";
import { linear } from "./palette.mjs";
import { bake } from "../core/texture.mjs";

/** How a page of SVG becomes a printed sheet. */

/** The paper every edition is printed on. */
export const PAPER = "#f3eee3";

/** Bakes an SVG drawn on a 600-wide page as the picture of a sheet measuring `size` cm. */
export async function art(svg, { size, ink = 0.01, repeat = false, pixels = 1200 }) {
  const { data, info } = await sharp(Buffer.from(svg), { density: (72 * pixels) / 600 })
    .flatten({ background: PAPER })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const table = Array.from(
    { length: 256 },
    (_, v) => linear(`#${v.toString(16).padStart(2, "0").repeat(3)}`)[0],
  );
  const { width: w, height: h } = info;
  const paint = (x, y) => {
    const k = (Math.floor(y * h) * w + Math.floor(x * w)) * 3;
    const rgb = [table[data[k]], table[data[k + 1]], table[data[k + 2]]];
    return { rgb, high: ink * (1 - (rgb[0] + rgb[1] + rgb[2]) / 3) };
  };
  return bake(paint, { pixels: [w, h], size, repeat, cavity: 0 });
}

/** A page 600 wide and `h` tall, blank but for `body`. */
export const page = (h, body, defs = "") =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="${h}" viewBox="0 0 600 ${h}"><defs>${defs}</defs><rect width="600" height="${h}" fill="${PAPER}"/>${body}</svg>`;

/** Ink that missed a little: holes and worn edges, as a filter. */
export const worn = (id, { seed = 3, holes = 0.24, rough = 3 } = {}) =>
  `<filter id="${id}" x="-5%" y="-5%" width="110%" height="110%"><feTurbulence type="fractalNoise" baseFrequency="0.9" numOctaves="3" seed="${seed}" result="n"/><feColorMatrix in="n" type="matrix" values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 -9 ${9 * (1 - holes)}" result="h"/><feDisplacementMap in="SourceGraphic" in2="n" scale="${rough}" xChannelSelector="R" yChannelSelector="G" result="d"/><feComposite in="d" in2="h" operator="in"/></filter>`;
