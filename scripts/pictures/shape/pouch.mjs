import { noise } from "../core/random.mjs";
import { curve, step } from "../core/vector.mjs";
import { lathe, profile, tube } from "./solid.mjs";

/** A drawstring bag on y = 0: round below, pleated where the cord pulls it in, frilled above. */

const TALL = 36;
const RADIUS = 11.5;
const SEED = 3;
const NECK = TALL * 0.77;

/** The bag. */
export function pouch(mat) {
  // prettier-ignore
  const shape = profile([
    [0.02, 0.1], [RADIUS * 0.75, 0], [RADIUS * 0.98, 1.6], [RADIUS * 1.04, TALL * 0.22], [RADIUS * 0.98, TALL * 0.45],
    [RADIUS * 0.72, TALL * 0.63], [RADIUS * 0.3, NECK], [RADIUS * 0.4, TALL * 0.86], [RADIUS * 0.62, TALL],
    [RADIUS * 0.6, TALL + 0.1], [RADIUS * 0.58, TALL], [RADIUS * 0.3, TALL * 0.86], [RADIUS * 0.1, NECK],
  ]);
  return lathe(shape, { nu: 420, nv: 260, mat, size: [72, 62], shape: (p, t, angle) => gathered(p, angle) });
}

function gathered(p, angle) {
  const above = p[1] > NECK;
  const near = Math.exp(-(((p[1] - NECK) / (TALL * 0.17)) ** 2));
  const pulled = 0.9 * Math.sin(angle * 19 + 2 * noise(angle * 2, 1, SEED)) + 0.4 * Math.sin(angle * 31 + 1);
  const frill = above ? 0.8 * Math.sin(angle * 9 + 2) * step(NECK, TALL, p[1]) : 0;
  const pleat = near * pulled + frill;
  const soft =
    noise(p[0] * 0.12 + SEED, p[1] * 0.12, p[2] * 0.12) * 1.4 * step(0.5, 6, p[1]) * (1 - near * 0.8);
  const k = 1 + (pleat * 0.85 + soft) / Math.max(3, Math.hypot(p[0], p[2]) || 1);
  return [p[0] * k * 1.1, p[1] + 0.5 * pleat * (above ? 1 : 0.2), p[2] * k * 0.8];
}

/** The cord round the neck and its two ends, knotted. */
export function cord(mat) {
  const round = Array.from({ length: 121 }, (_, i) => {
    const a = (i / 120) * Math.PI * 2;
    return [Math.sin(a) * 4.2, 27.6 + 0.15 * Math.sin(a * 9), Math.cos(a) * 3.2];
  });
  const twist = (t, a, turns) => 1 + 0.14 * Math.cos(a * 2 + t * turns);
  const ring = tube(round, { radius: (t, a) => 0.42 * twist(t, a, 190), sides: 14, mat });
  const radius = (t, a) => (t > 0.93 ? 0.75 : 0.4) * twist(t, a, 60);
  return [ring, ...[end(1.5, 1.1), end(-0.8, 1.3)].map((path) => tube(path, { radius, sides: 14, mat }))];
}

// prettier-ignore
const end = (x, k) => curve([[0.4, 27.4, 3.4], [x, 25.5, 5.2], [x * 1.6 * k, 20, 8.6], [x * 1.5 * k, 14.5, 11]], 60);
