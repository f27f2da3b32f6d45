import { slab } from "./mesh.mjs";
import { random, noise } from "../core/random.mjs";
import { along, lerp, step } from "../core/vector.mjs";

/** A scarf: gathered over a peg, folded, or rolled. Width and length in cm. */

/**
 * The sheet of a scarf hung over a peg at the origin that sticks out of the wall. v runs from the front end up,
 * over the peg, and down the back; `drops` are the lengths of the two ends.
 */
export function drape({ width, drops, leans, pleats, seed, open = 0.62, deep = 1.6 }) {
  const phase = random(seed)() * 6.28;
  const total = drops[0] + drops[1];
  return (u, v) => {
    const s = v * total - drops[0];
    const end = s < 0 ? 0 : 1;
    const down = Math.max(0, Math.abs(s) - BOW) / drops[end];
    // 0 on top of the peg, 1 once the cloth hangs.
    const round = Math.min(1, Math.abs(s) / BOW);
    const wide = lerp(0.2, open, step(-0.12, 0.85, down ** 0.7));
    const wander = noise(u * 2.5 + seed, down * 2 + end * 9, seed) * (0.4 + down);
    const a = (u - 0.5) * pleats * Math.PI * 2 + phase + 0.5 * wander;
    const fold = deep * lerp(0.9, 1.15, down) * (1 + 0.35 * noise(u * 3, down * 2.5 + end * 5, seed + 3));
    const lift = 1.15 * Math.cos((round * Math.PI) / 2) + Math.sin(a) * 0.4 * (1 - round);
    const side = (end ? -1 : 1) * (2.5 * Math.sin((round * Math.PI) / 2) - 0.5 * down);
    const rough = 0.35 * noise(u * 5, down * 8, seed + 9);
    return [
      (u - 0.5) * width * wide + leans[end] * down ** 1.2 + Math.sin(a * 2) * 0.9 * (1 - wide),
      -drops[end] * down + lift + 0.5 * noise(u * 3, 4, seed) * down,
      Math.max(0.5, 4.6 + side + Math.sin(a) * fold * (0.35 + 0.65 * round) + rough),
    ];
  };
}

/** How much of the cloth, to each side, lies on the peg. */
const BOW = 1.5;

/** The hung scarf as cloth. */
export function hung(shape, mat) {
  const { width, drops, thick } = shape;
  return slab(drape(shape), { nu: 130, nv: 420, size: [width, drops[0] + drops[1]], mat, thick });
}

/** A scarf folded into `layers` on a table: `wide` across, `deep` from front to back. */
export function folded({ wide = 30, deep = 22, layers = 5, pile = 1.25, tail = 0.62, seed = 3 }) {
  const chance = random(seed);
  const points = [];
  for (let k = 0; k < layers; k += 1) {
    const y = pile * (k + 0.5);
    const dir = k % 2 ? -1 : 1;
    const half = (deep / 2) * (0.97 + chance() * 0.05);
    const far = k === layers - 1 ? tail : 1;
    points.push([-dir * half * 0.93, y], [0, y + (chance() - 0.5) * 0.15], [dir * half * 0.93 * far, y]);
    if (k < layers - 1) points.push([dir * (half + pile * 0.25), y + pile * 0.5]);
  }
  const path = along(
    points.map((p) => [...p, 0]),
    600,
  );
  const span = layers * deep;
  const fn = (u, v) => {
    const [z, y] = path(v);
    const x = (u - 0.5) * wide;
    const rise = y / (layers * pile);
    const edge = 0.5 * noise(y * 0.9 + 20, v * 5, seed);
    const sag = -0.5 * rise * (Math.abs(u - 0.5) * 2) ** 4;
    return [
      x + edge + 0.25 * noise(v * 24, u * 3, seed + 2),
      y + sag + 0.22 * noise(x * 0.12, z * 0.12, seed + rise * 3) * rise,
      z + 0.6 * noise(x * 0.1, y, seed + 5),
    ];
  };
  return { fn, span };
}

/** A scarf rolled up, seen from its end: a spiral of `turns`. */
export function rolled({ wide = 26, turns = 4.2, pile = 1.15, seed = 4 }) {
  const fn = (u, v) => {
    const a = (1 - v) * turns * Math.PI * 2;
    const r = 1 + (pile * a) / (Math.PI * 2) + 0.12 * noise(a * 1.3, u * 2, seed);
    const flat = 0.86;
    const x = (u - 0.5) * wide + 0.5 * noise(a * 0.6, 3, seed) * (u < 0.5 ? -1 : 1);
    return [x, Math.sin(a) * r * flat + (turns * pile + 1) * flat, Math.cos(a) * r];
  };
  return { fn, span: turns * Math.PI * (turns * pile + 2) };
}

/** Spread on a table with soft creases from having been folded. */
export function spread({ wide, seed = 1 }) {
  return (u, v) => {
    const x = (u - 0.5) * wide;
    const y = (0.5 - v) * wide;
    const crease = (d, w) => Math.exp(-((d / w) ** 2));
    const folds =
      0.5 * crease(x + 1.5 * noise(y * 0.05, 1, seed), 2.2) +
      0.5 * crease(y - 2 * noise(x * 0.05, 2, seed), 2.2);
    const waves =
      1.5 * Math.max(0, noise(x * 0.045 + y * 0.03, y * 0.035 - x * 0.02, seed)) ** 1.5 * 2 +
      0.8 * Math.abs(noise(x * 0.09 - y * 0.06, y * 0.04, seed + 3)) ** 1.4;
    const edge = 0.9 * noise(u * 5 + v * 3, v * 5 - u, seed + 5);
    return [x + edge, y + 0.9 * noise(u * 4, v * 6, seed + 8), 0.4 + folds + waves];
  };
}
