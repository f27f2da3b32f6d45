import { linear } from "./palette.mjs";
import { fractal, lattice, noise, tiled } from "../core/random.mjs";
import { bake } from "../core/texture.mjs";

/** Surfaces that are not woven: plaster, paper, felt, leather, wood. Each is baked once and shared. */

const kept = new Map();
const once = (name, make) => kept.get(name) ?? kept.set(name, make()).get(name);
const white = (tone) => [tone, tone, tone];

/** Trowelled plaster: slow waves, fine tooth. */
export const plaster = () =>
  once("plaster", () =>
    bake(
      (x, y) => {
        const slow = fractal(x * 6, y * 6, { octaves: 5, wrap: 6 });
        const tooth = tiled(x * 120, y * 120, { z: 9, wrap: 120 });
        return { rgb: white(1 + slow * 0.022), high: slow * 0.06 + tooth * 0.004 };
      },
      { pixels: [640, 640], size: [60, 60], cavity: 0.06 },
    ),
  );

/** Paper with a tooth. */
export const paper = () =>
  once("paper", () =>
    bake(
      (x, y) => {
        const fibre = fractal(x * 40, y * 40, { octaves: 4, wrap: 40 });
        return { rgb: white(1 + fibre * 0.012), high: fibre * 0.012 };
      },
      { pixels: [512, 512], size: [12, 12], cavity: 0.06 },
    ),
  );

/** Pressed felt: short fibres lying every way. */
export const felt = () =>
  once("felt", () =>
    bake(
      (x, y) => {
        const a = noise(x * 160 + 5 * tiled(x * 12, y * 12, { z: 1, wrap: 12 }), y * 60, 2);
        const fibre = fractal(x * 64, y * 64, { octaves: 4, wrap: 64, gain: 0.75 });
        const cloud = fractal(x * 5, y * 5, { octaves: 3, wrap: 5, z: 4 });
        return { rgb: white(1 + fibre * 0.1 + cloud * 0.05 + a * 0.02), high: fibre * 0.018 };
      },
      { pixels: [576, 576], size: [10, 10], cavity: 0.25 },
    ),
  );

/** Leather grain: pebbles between fine creases. */
export const leather = (cm = 7) =>
  once(`leather${cm}`, () =>
    bake(
      (x, y) => {
        const { near, next, id } = cells(x * 56, y * 56, 56);
        const crease = Math.min(1, (next - near) * 2.4);
        const slow = fractal(x * 7, y * 7, { octaves: 3, wrap: 7 });
        return {
          rgb: white(0.9 + 0.1 * crease + slow * 0.07 + (id - 0.5) * 0.03),
          high: crease * 0.012 + slow * 0.01,
        };
      },
      { pixels: [672, 672], size: [cm, cm], cavity: 0.3 },
    ),
  );

/** Distances to the nearest and second nearest of points scattered one a cell. */
function cells(x, y, wrap) {
  const i = Math.floor(x);
  const j = Math.floor(y);
  let near = 9;
  let next = 9;
  let id = 0;
  for (let b = j - 1; b <= j + 1; b += 1) {
    for (let a = i - 1; a <= i + 1; a += 1) {
      const wa = (a + wrap) % wrap;
      const wb = (b + wrap) % wrap;
      const d = Math.hypot(a + lattice(wa, wb, 1) - x, b + lattice(wa, wb, 2) - y);
      if (d < near) [near, next, id] = [d, near, lattice(wa, wb, 3)];
      else if (d < next) next = d;
    }
  }
  return { near, next, id };
}

/** Wood with its grain along v. */
export function wood(name, { size = [9, 60], rings = 9, dark = 0.45, pores = 0.05 } = {}) {
  const base = linear(name);
  return once(`wood ${name} ${size} ${rings}`, () =>
    bake(
      (x, y) => {
        const bent = x + 0.05 * fractal(x * 2, y * 2, { octaves: 2, wrap: 2 });
        const ring = fractal(bent * rings, y * 1, { octaves: 3, z: 2 });
        const band = 0.5 + 0.5 * Math.sin((bent * rings + ring * 0.6) * Math.PI * 2);
        const pore = Math.max(0, noise(x * 140, y * 18, 5)) ** 2;
        const tone = 1 - dark * (band ** 3 * 0.5 + 0.2 * ring) - pore * dark * 0.7;
        return { rgb: base.map((c, d) => c * (tone + (d === 0 ? 0.03 : 0) * band)), high: -pore * pores };
      },
      { pixels: [256, 1024], size, cavity: 0.3 },
    ),
  );
}
