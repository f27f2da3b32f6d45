import { box } from "./solid.mjs";
import { alongGrain } from "./studio.mjs";
import { sheet } from "./mesh.mjs";
import { noise } from "../core/random.mjs";
import { linear } from "../material/palette.mjs";
import { paper } from "../material/grain.mjs";

/** Prints: a sheet of paper with a deckled edge, or the same sheet in a frame with its mount. Centred on x, foot at y = 0. */

/** A loose sheet `wide` x `tall` cm; `art` is a baked picture of the whole sheet. It bows a little from the wall. */
export function loose({ art, wide, tall, deckle = 0.22, seed = 1, bow = 0.7 }) {
  const fn = (u, v) => {
    const edge = Math.max(0, 1 - Math.min(u, 1 - u, v, 1 - v) * 30);
    const rough = deckle * edge * (noise(u * 60, v * 60, seed) + 0.6 * noise(u * 150, v * 150, seed + 1));
    const x = (u - 0.5) * wide + (Math.abs(u - 0.5) > 0.45 ? rough : 0);
    const y = (1 - v) * tall + (Math.abs(v - 0.5) > 0.45 ? rough : 0);
    const curl = 0.9 * Math.max(0, u + v - 1.55) ** 2 * 8 + 0.5 * Math.max(0, v - u - 0.6) ** 2 * 6;
    return [x, y, 0.3 + bow * Math.sin(v * Math.PI) * 0.6 + curl + 0.1 * noise(u * 3, v * 3, seed)];
  };
  const mat = { map: art, reliefs: [paper()] };
  return [sheet(fn, { nu: 160, nv: 200, size: [wide, tall], mat })];
}

const BAR = 1.6;
const DEPTH = 2.4;
const MOUNT = 3;

/** A frame round a mounted print, the print almost flush with the window of its mount. */
export function framed({ art, wide, tall, timber }) {
  const outer = [wide + MOUNT * 2, tall + MOUNT * 2];
  const middle = outer[1] / 2 + BAR;
  const card = { rgb: linear("#f1ece1"), reliefs: [paper()] };
  const print = { map: art, reliefs: [paper()] };
  return [
    ...bars(outer, timber),
    plane({ size: outer, middle, z: DEPTH * 0.5, mat: card }),
    plane({ size: [wide, tall], middle, z: DEPTH * 0.5 + 0.02, mat: print }),
  ];
}

function bars([w, h], timber) {
  const bar = ([x, y], [wide, tall]) =>
    box([wide / 2, tall / 2, DEPTH / 2], { round: 0.12, at: [x, y, DEPTH / 2], mat: timber, steps: 12 });
  return [
    ...bar([-w / 2 - BAR / 2, h / 2 + BAR], [BAR, h + BAR * 2]),
    ...bar([w / 2 + BAR / 2, h / 2 + BAR], [BAR, h + BAR * 2]),
    ...bar([0, BAR / 2], [w, BAR]).map(alongGrain),
    ...bar([0, h + BAR * 1.5], [w, BAR]).map(alongGrain),
  ];
}

function plane({ size: [w, h], middle, z, mat }) {
  const fn = (u, v) => [(u - 0.5) * w, middle + (0.5 - v) * h, z];
  return sheet(fn, { nu: 4, nv: 4, size: [w, h], mat });
}
