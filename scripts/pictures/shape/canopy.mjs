import { noise } from "../core/random.mjs";
import { lerp, step } from "../core/vector.mjs";
import { sheet, slab } from "./mesh.mjs";
import { crown } from "./ribbing.mjs";
import { tube } from "./solid.mjs";

/** Umbrella cloth: open over its ribs, or furled round the shaft. The shaft is the y axis. */

/** Open: `ribs` panels of cloth; `mats` are used in turn. `radius` and `high` in cm, the rim at y = 0. */
export function open({ radius = 52, high = 20, ribs = 8, mats }) {
  return Array.from({ length: ribs }, (_, k) => {
    const fn = (u, v) => {
      const t = 0.02 + 0.98 * v;
      const across = Math.sin(u * Math.PI);
      const angle = ((k + u) / ribs) * Math.PI * 2;
      // Between two ribs the cloth is tight: it takes the short way, and its hem curves in.
      const chord = lerp(1, Math.cos(Math.PI / ribs) / Math.cos((u - 0.5) * ((2 * Math.PI) / ribs)), 0.9 * t);
      const r = radius * t * chord * (1 - 0.075 * across * t ** 5);
      const pull = 0.15 * noise(u * 9 + k * 5, v * 2, k) * t * (1 - across * 0.5);
      return [Math.sin(angle) * r, crown(t, high) - 0.9 * across * t * t + pull, Math.cos(angle) * r];
    };
    return sheet(fn, { nu: 36, nv: 90, size: [38, 56], mat: mats[k % mats.length] });
  });
}

/** Furled: pleats wound about the shaft, from y = `low` (rim end) up to `top`. */
export function furled({ low = 22, top = 82, ribs = 8, mat, fat = 3.5, twist = 2.1, seed = 1 }) {
  const fn = (u, v) => {
    const y = lerp(low, top, v);
    const body = lerp(fat, 1.15, v ** 1.25) * (0.72 + 0.28 * step(0, 0.16, v));
    const a = u * Math.PI * 2;
    const wound = a + twist * v ** 0.9;
    const f = (((u * ribs) % 1) + 1) % 1;
    // Each pleat lies on the next like a page: a slow rise and a sharp fall.
    const page = f < 0.86 ? f / 0.86 : (1 - f) / 0.14;
    const r = body * (0.78 + 0.3 * page) + 0.12 * noise(u * ribs, v * 6, seed);
    const rim = (1 - step(0, 0.05, v)) * (0.9 - 1.8 * Math.abs(f - 0.5)) * -2.1;
    return [Math.sin(wound) * r, y + rim, Math.cos(wound) * r];
  };
  return sheet(fn, { nu: ribs * 44, nv: 220, size: [60, 60], mat, closed: true });
}

/** The strap that holds a furled canopy, with its button. */
export function strap({ y, radius, mat, metal }) {
  const fn = (u, v) => {
    const a = v * Math.PI * 2 + 0.6;
    const r = radius + 0.08 + (v > 0.92 ? (v - 0.92) * 2 : 0);
    return [Math.sin(a) * r, y + (u - 0.5) * 2 - v * 1.3, Math.cos(a) * r];
  };
  const out = (by) => [Math.sin(0.5) * (radius + by), y - 1, Math.cos(0.5) * (radius + by)];
  const button = tube([out(0.1), out(0.45)], { radius: 0.55, sides: 20, mat: metal });
  return [slab(fn, { nu: 8, nv: 80, size: [2, 22], mat, thick: 0.16 }), button];
}
