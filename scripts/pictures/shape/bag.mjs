import { measured, sheet, slab } from "./mesh.mjs";
import { lathe, profile, tube } from "./solid.mjs";
import { noise } from "../core/random.mjs";
import { along, curve, lerp, step } from "../core/vector.mjs";

/** Bags that stand on y = 0: a tote, a holdall, a drawstring bag and a flat leather case. */

/** Outline of a bag from above: a rectangle with rounded corners, u once round from the middle of the back. */
export function rounded(u, [wide, deep], power = 4) {
  const a = u * Math.PI * 2;
  const s = Math.sin(a);
  const c = -Math.cos(a);
  const k = (Math.abs(s) ** power + Math.abs(c) ** power) ** (-1 / power);
  return [s * k * wide, c * k * deep];
}

/** The body of a tote: flat bottom, sides that sag a little, an open mouth with its inside. */
export function tote({ mat, wide = 19, deep = 6.5, tall = 38, seed = 1 }) {
  const wall = profile([
    [0.02, 0],
    [0.9, 0],
    [0.99, 0.25],
    [1, 1.2],
    [1, tall * 0.5],
    [0.99, tall - 3.2],
    [0.992, tall - 3.05],
    [1.004, tall - 2.9],
    [1.004, tall - 0.1],
    [0.985, tall + 0.15],
    [0.965, tall - 0.1],
    [0.97, tall * 0.5],
    [0.97, 2],
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

/** Stitches along a path, each a short dash just above the cloth. */
export function stitches(path, { mat, gap = 0.55, dash = 0.34, thick = 0.055 }) {
  const span = path.slice(1).reduce((sum, p, i) => sum + Math.hypot(...p.map((c, d) => c - path[i][d])), 0);
  const count = Math.max(1, Math.floor(span / gap));
  const at = along(path, 400);
  return Array.from({ length: count }, (_, i) => {
    const from = (i * gap) / span;
    const to = Math.min(1, (i * gap + dash) / span);
    const ends = [0, 0.5, 1].map((t) => at(lerp(from, to, t)));
    return tube(ends, { radius: (t) => thick * (0.7 + 0.3 * Math.sin(t * Math.PI)), sides: 6, mat });
  });
}

/** The body of a holdall: a long barrel, flat below, gathered to a zip on top. */
export function holdall({ mat, endMat = mat, long = 46, tall = 25, deep = 12.5, seed = 2 }) {
  const section = (a, k) => {
    const s = Math.sin(a);
    const c = Math.cos(a);
    const power = s < 0 ? 5 : 2.5;
    const r = (Math.abs(s) ** power + Math.abs(c) ** power) ** (-1 / power);
    return [s * r * (tall / 2) * k + tall / 2, c * r * deep * k];
  };
  const fn = (u, v) => {
    const a = u * Math.PI * 2 - Math.PI / 2;
    const x = (v - 0.5) * long;
    const end = Math.abs(v - 0.5) * 2;
    const k = 1 - 0.05 * end ** 6;
    const [y, z] = section(a, k);
    const up = step(0.1, 0.9, y / tall);
    const dent =
      noise(x * 0.1 + seed, y * 0.13, z * 0.1) * 0.95 * up + 0.35 * noise(x * 0.24, a * 2, seed) * up;
    const sag = -1.4 * up * Math.cos((v - 0.5) * Math.PI) ** 2 * step(0.6, 1, y / tall);
    return [x, y + dent * 0.8 + sag, z + dent * Math.sign(z) * 0.7];
  };
  const body = sheet(fn, { nu: 260, nv: 260, size: [78, long], mat, closed: true });
  const ends = [-1, 1].map((side) =>
    sheet(
      (u, v) => {
        const a = u * Math.PI * 2 - Math.PI / 2;
        const edge = fn(u, side < 0 ? 0 : 1);
        const mid = [0, tall * 0.45, 0];
        const k = Math.sin((v * Math.PI) / 2);
        return [
          (side * long) / 2 + side * 1.1 * Math.cos((v * Math.PI) / 2) + (edge[0] - (side * long) / 2) * k,
          lerp(mid[1], edge[1], v),
          lerp(mid[2], edge[2], v) + 0 * a,
        ];
      },
      { nu: 160, nv: 50, size: [70, 14], mat: endMat, closed: true },
    ),
  );
  return { meshes: [body, ...ends], at: fn };
}

/** A drawstring bag: round below, pleated where the cord pulls it in, frilled above. */
export function pouch({ mat, tall = 36, radius = 11.5, seed = 3 }) {
  const neck = tall * 0.77;
  const shape = profile([
    [0.02, 0.1],
    [radius * 0.75, 0],
    [radius * 0.98, 1.6],
    [radius * 1.04, tall * 0.22],
    [radius * 0.98, tall * 0.45],
    [radius * 0.72, tall * 0.63],
    [radius * 0.3, neck],
    [radius * 0.4, tall * 0.86],
    [radius * 0.62, tall],
    [radius * 0.6, tall + 0.1],
    [radius * 0.58, tall],
    [radius * 0.3, tall * 0.86],
    [radius * 0.1, neck],
  ]);
  return lathe(shape, {
    nu: 420,
    nv: 260,
    mat,
    size: [72, 62],
    shape: (p, t, angle) => {
      const near = Math.exp(-(((p[1] - neck) / (tall * 0.17)) ** 2));
      const pleat =
        near * (0.9 * Math.sin(angle * 19 + 2 * noise(angle * 2, 1, seed)) + 0.4 * Math.sin(angle * 31 + 1)) +
        (p[1] > neck ? 0.8 * Math.sin(angle * 9 + 2) * step(neck, tall, p[1]) : 0);
      const soft =
        noise(p[0] * 0.12 + seed, p[1] * 0.12, p[2] * 0.12) * 1.4 * step(0.5, 6, p[1]) * (1 - near * 0.8);
      const r = Math.hypot(p[0], p[2]) || 1;
      const k = 1 + (pleat * 0.85 + soft) / Math.max(3, r);
      return [p[0] * k * 1.1, p[1] + 0.5 * pleat * (p[1] > neck ? 1 : 0.2), p[2] * k * 0.8];
    },
  });
}
