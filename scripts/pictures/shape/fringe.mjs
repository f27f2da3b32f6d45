import { random } from "../core/random.mjs";
import { curve } from "../core/vector.mjs";
import { tube } from "./solid.mjs";

/**
 * Twisted tassels along the end of a sheet, at `row`; `towards` is the row just before it. `mat` is what they are made
 * of, or several to choose from.
 */
export function fringe(fn, { count = 26, seed = 5, row = 0, towards = 0.006, ...tassel }) {
  const chance = random(seed);
  return Array.from({ length: count }, (_, i) => {
    const u = (i + 0.5) / count;
    const root = fn(u, row);
    const before = fn(u, towards);
    return strand({ root, along: root.map((c, d) => c - before[d]), chance, ...tassel });
  });
}

function strand({ root, along, chance, long = 8, droop = 0, thick = 0.33, mat }) {
  const l = Math.hypot(...along);
  const sway = (chance() - 0.5) * 1.7;
  const out = (chance() - 0.5) * 1.2;
  const end = long * (0.9 + chance() * 0.2);
  const bend = (t) => [sway * t * t, -droop * t * t, out * t];
  const at = (t) => root.map((c, d) => c + (along[d] / l) * (t * end - 0.5) + bend(t)[d]);
  const knot = (t) => (t > 0.84 && t < 0.9 ? 1.3 : t > 0.9 ? 1.15 : 1);
  const radius = (t, angle) => thick * (0.8 + 0.42 * Math.abs(Math.cos(angle + t * 24))) * knot(t);
  const own = Array.isArray(mat) ? mat[Math.floor(chance() * mat.length)] : mat;
  return tube(curve([0, 0.3, 0.65, 1].map(at), 40), { radius, sides: 14, mat: own });
}
