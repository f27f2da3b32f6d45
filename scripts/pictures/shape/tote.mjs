import { noise } from "../core/random.mjs";
import { along, lerp, step } from "../core/vector.mjs";
import { measured, sheet, slab } from "./mesh.mjs";
import { profile } from "./solid.mjs";

/** A canvas bag that stands on y = 0, and its straps. */

/** Outline of a bag from above: a rectangle with rounded corners, u once round from the middle of the back. */
function rounded(u, [wide, deep], power = 4) {
  const a = u * Math.PI * 2;
  const s = Math.sin(a);
  const c = -Math.cos(a);
  const k = (Math.abs(s) ** power + Math.abs(c) ** power) ** (-1 / power);
  return [s * k * wide, c * k * deep];
}

/** The body of a tote: flat bottom, sides that sag a little, an open mouth with its inside. */
export function tote({ mat, wide = 19, deep = 6.5, tall = 38, seed = 1 }) {
  // From the middle of the bottom, up the outside, over the hem and down the inside.
  // prettier-ignore
  const wall = profile([
    [0.02, 0], [0.9, 0], [0.99, 0.25], [1, 1.2], [1, tall * 0.5], [0.99, tall - 3.2], [0.992, tall - 3.05],
    [1.004, tall - 2.9], [1.004, tall - 0.1], [0.985, tall + 0.15], [0.965, tall - 0.1], [0.97, tall * 0.5], [0.97, 2],
  ]);
  const fn = (u, v) => {
    const [k, y] = wall(v);
    const up = y / tall;
    const [x, z] = rounded(u, [wide * k, deep * k * lerp(1, 0.62, step(0, 1, up))], lerp(5, 2.6, up));
    const sag = step(0.05, 0.4, up) * step(1.15, 0.6, up);
    const crease =
      noise(x * 0.11 + seed, y * 0.09, seed) * 1.5 + noise(x * 0.3, y * 0.16 + 4, seed + 3) * 0.45;
    const slump = -0.55 * Math.cos((x / wide) * 1.5) * up ** 3;
    return [
      x * (1 - 0.04 * sag) + crease * 0.3 * sag,
      y + slump * 1.4 + 0.15 * crease * up,
      z + crease * sag * (z > 0 ? 1 : -1) * 0.8 + 0.3 * Math.sign(z) * sag,
    ];
  };
  const grid = { nu: 320, nv: 300 };
  return measured(sheet(fn, { ...grid, size: [100, 90], mat, closed: true }), grid);
}

/** A strap of webbing that rises from the front (or back) of a tote; `foot` is how far down it is sewn. */
export function strap({ x = 8.5, z, y, high = 24, lean = 0, mat, foot = 6, wide = 2.6 }) {
  const path = along(
    [
      [-x, y - foot, z],
      [-x, y - foot * 0.5, z + 0.1],
      [-x * 0.99, y, z],
      [-x * 0.86 + lean * 0.4, y + high * 0.55, z * 0.9 + lean * 0.3],
      [-x * 0.42 + lean * 0.8, y + high * 0.93, z * 0.8 + lean * 0.6],
      [x * 0.42 + lean * 0.8, y + high * 0.93, z * 0.8 + lean * 0.6],
      [x * 0.86 + lean * 0.4, y + high * 0.55, z * 0.9 + lean * 0.3],
      [x * 0.99, y, z],
      [x, y - foot * 0.5, z + 0.1],
      [x, y - foot, z],
    ],
    300,
  );
  const fn = (u, v) => {
    const p = path(v);
    const q = path(Math.min(1, v + 0.004));
    const r = path(Math.max(0, v - 0.004));
    const l = Math.hypot(q[0] - r[0], q[1] - r[1]) || 1;
    const across = (u - 0.5) * wide;
    return [
      p[0] - ((q[1] - r[1]) / l) * across,
      p[1] + ((q[0] - r[0]) / l) * across,
      p[2] + 0.15 * Math.sin(u * Math.PI),
    ];
  };
  return slab(fn, { nu: 14, nv: 220, size: [wide, high * 2 + foot * 2 + x * 2], mat, thick: 0.34 });
}
