import { stitches } from "./stitch.mjs";
import { measured, slab } from "./mesh.mjs";
import { lathe, profile } from "./solid.mjs";
import { noise } from "../core/random.mjs";
import { points, step } from "../core/vector.mjs";

/** Hats that keep their shape: fedora, cloche, bucket. They stand on y = 0, brow towards z. */

const oval = ([x, y, z]) => [x * 0.9, y, z * 1.06];

/** Crown and brim in one piece of felt, with the crease and the two pinches. */
export function fedora(felt) {
  const shape = profile(
    points(
      "0.01 12.6, 3 12.7, 5.6 12.5, 7.1 11.4, 7.7 9, 8.3 5, 8.9 2.2, 9.4 1.5, 11 1.4, 13.6 1.7, 15.6 2.1, 15.9 1.9, 15.7 1.65, 13.6 1.2, 11 0.9, 9.2 0.9, 8.6 1.6, 8.2 4",
    ),
  );
  return lathe(shape, {
    nu: 240,
    nv: 260,
    mat: felt,
    size: [58, 42],
    shape: (p, t, angle) => curled(creased(oval(p)), t, angle),
  });
}

function creased([x, y, z]) {
  const top = step(4, 12, y);
  const crease = Math.exp(-((x / 2.4) ** 2)) * step(-9, -3, -Math.abs(z + 0.5)) * 3.4 * step(9, 12.4, y);
  const front = step(-1, 8, z);
  const pinch = Math.exp(-(((Math.abs(x) - 6.2) / 3) ** 2) - ((z - 4.8) / 3) ** 2) * 2.3 * step(2.5, 11, y);
  const slope = top * (0.9 - 0.16 * (z + 2)) * 0.75;
  return [x - Math.sign(x) * pinch - x * front * top * 0.2, y - crease + slope - 0.4, z - top * front * 0.6];
}

/** The brim: down in front, up at the sides and behind. */
function curled([x, y, z], t, angle) {
  const r = Math.hypot(x, z);
  const out = step(9.2, 15.5, r);
  const lift =
    out *
    (2.0 * Math.sin(angle) ** 2 - 1.0 * Math.max(0, Math.cos(angle)) + 0.9 * Math.max(0, -Math.cos(angle)));
  return [x, y + lift + 0.08 * noise(x * 0.4, z * 0.4, 2) + 0.3, z];
}

/** How a fedora's crown lies at a point of its band. */
export const fedoraCrown = (p) => {
  const [x, y, z] = creased(oval(p));
  return [x, y + 0.3, z];
};

/** A band of ribbon that follows the crown, from height `low` to `high`. */
export function band({ low = 1.9, high = 5.2, mat, radius = [9.12, 8.45], fit = oval }) {
  const shape = profile([
    [radius[0] - 0.3, low],
    [radius[0] + 0.02, low + 0.05],
    [(radius[0] + radius[1]) / 2 + 0.03, (low + high) / 2],
    [radius[1] + 0.02, high - 0.05],
    [radius[1] - 0.3, high],
  ]);
  return lathe(shape, { nu: 200, nv: 16, mat, size: [56, 3.4], shape: fit });
}

/** A flat bow of the same ribbon, for the left side of a hat; placed by the caller. */
export function bow({ mat, wide = 6.4, tall = 3 }) {
  const loop = (side) =>
    slab(
      (u, v) => {
        const a = v * Math.PI * 2;
        const x = side * ((1 - Math.cos(a)) * wide * 0.25);
        const pinch = 0.62 + 0.38 * step(0, 0.5, Math.abs(x) / (wide / 2));
        return [x, (u - 0.5) * tall * pinch, Math.sin(a) * 0.42 + 0.5 + 0.1 * Math.sin(u * 9)];
      },
      { nu: 20, nv: 60, size: [tall, wide * 2], mat, thick: 0.09 },
    );
  const knot = slab(
    (u, v) => {
      const a = (v - 0.5) * Math.PI * 1.1;
      return [Math.sin(a) * 0.85, (u - 0.5) * tall * 0.72, Math.cos(a) * 0.85 + 0.25];
    },
    { nu: 16, nv: 24, size: [tall, 2], mat, thick: 0.1 },
  );
  const tail = slab(
    (u, v) => [wide * 0.3 + v * wide * 0.42, (u - 0.5) * tall * 0.9 - v * 0.9, 0.18 + 0.25 * v],
    { nu: 12, nv: 20, size: [tall, 2], mat, thick: 0.08 },
  );
  return [loop(1), loop(-1), knot, tail];
}

/** A close bell of felt, turned up on one side. */
export function cloche(felt) {
  const shape = profile(
    points(
      "0.01 14.2, 3.4 14.0, 6.4 12.8, 8.2 10.2, 8.9 7, 9.2 4.2, 9.7 2.4, 11.2 1.1, 12.8 0.35, 13.0 0.15, 12.7 0, 11 0.55, 9.4 1.9, 8.8 4",
    ),
  );
  const bell = (p, t, angle) => {
    const [x, y, z] = oval(p);
    const out = step(9.4, 12.5, Math.hypot(x, z));
    const flick = (0.5 + 0.5 * Math.cos(angle + 0.75)) ** 2;
    const dent = 0.35 * noise(x * 0.22, y * 0.25, 4) * step(3, 8, y);
    return [
      x * (1 - out * flick * 0.05) + dent,
      y + out * flick * 1.5 + dent,
      z * (1 - out * flick * 0.05) + dent * 0.5,
    ];
  };
  return lathe(shape, { nu: 240, nv: 240, mat: felt, size: [58, 40], shape: bell });
}

/** A soft bucket of waxed cotton: flat top, sloping sides, a brim stitched in rows. */
export function bucket(cotton, thread) {
  const brim = Array.from({ length: 8 }, (_, k) => [9.6 + k * 0.72, 3.3 - k * 0.47]);
  const shape = profile([
    [0.01, 12.6],
    [4, 12.7],
    [7.4, 12.45],
    [7.9, 12.1],
    [8.2, 11],
    [8.9, 7],
    [9.5, 3.7],
    ...brim,
    [15, -0.15],
    [14.5, -0.05],
    [11, 2.1],
    [9.2, 3.2],
    [8.6, 6],
  ]);
  const grid = { nu: 260, nv: 300 };
  const hat = measured(
    lathe(shape, { ...grid, mat: cotton, size: [75, 42], shape: (p, t, angle) => slumped(p, angle) }),
    grid,
  );
  const rows = [...brim.slice(1, 7).map(([r, y]) => [r, y + 0.05]), [9.3, 4.7], [8.06, 11.6]];
  return [
    hat,
    ...rows.flatMap(([r, y]) => stitches(ringAt(r, y), { mat: thread, gap: 0.5, dash: 0.3, thick: 0.042 })),
  ];
}

const ringAt = (r, y) =>
  Array.from({ length: 121 }, (_, i) => {
    const angle = (i / 120) * Math.PI * 2;
    return slumped([Math.sin(angle) * (r + 0.03), y + 0.03, Math.cos(angle) * (r + 0.03)], angle);
  });

/** Cotton gives way here and there, and the brim waves. */
function slumped(p, angle) {
  const [x, y, z] = oval(p);
  const brim = step(9.5, 14.5, Math.hypot(x, z));
  const slump = 0.55 * noise(x * 0.16 + 3, y * 0.22, z * 0.16) * step(1, 6, y);
  const wave =
    brim * (0.55 * Math.sin(angle * 2 + 0.6) + 0.35 * Math.sin(angle * 3 + 2) + 0.7 * Math.sin(angle) ** 2);
  return [x + slump, y + slump * 0.6 + wave + 0.6, z + slump];
}
