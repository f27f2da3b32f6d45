import { tube } from "./solid.mjs";
import { noise } from "../core/random.mjs";
import { curve } from "../core/vector.mjs";

/** Umbrella handles, below the point (0, `y`, 0): crooks of bamboo, chestnut and cherry, straight ones of ash. */

/** The path of a crook: down, round and up again, opening to the right. */
function crook({ y, down = 9, bend = 5, rise = 3.5 }) {
  const arc = Array.from({ length: 25 }, (_, i) => {
    const a = Math.PI + (i / 24) * Math.PI;
    return [bend + Math.cos(a) * bend, y - down + Math.sin(a) * bend, 0];
  });
  return curve(
    [[0, y, 0], [0, y - down * 0.5, 0], ...arc.filter((_, i) => i % 3 === 0), [bend * 2, y - down + rise, 0]],
    140,
  );
}

/** Whangee bamboo: close knots, each a ridge with a shadow under it. */
export function bamboo({ y, mat, radius = 1.15, seed = 3 }) {
  const knots = Array.from({ length: 13 }, (_, i) => 0.05 + i * 0.078 + 0.018 * noise(i * 3.7, seed));
  const at = (t) =>
    knots.reduce(
      (sum, k) =>
        sum + 0.17 * Math.exp(-(((t - k) / 0.009) ** 2)) - 0.05 * Math.exp(-(((t - k - 0.016) / 0.008) ** 2)),
      1,
    );
  return tube(crook({ y }), { radius: (t) => radius * at(t) * (1 - 0.08 * t), sides: 36, mat });
}

/** A plain bent stick, rough when the bark is left on. */
export function stick({ y, mat, radius = 1.15, bark = 0 }) {
  const rough = (t, a) =>
    1 + bark * (noise(t * 40, Math.cos(a) * 2 + 5, Math.sin(a) * 2) * 0.5 + noise(t * 14, 3) * 0.6);
  return tube(crook({ y }), { radius: (t, a) => radius * rough(t, a), sides: 36, mat });
}

/** A straight turned handle that swells towards its end. */
export function straight({ y, mat, long = 22, radius = 1.25 }) {
  const path = Array.from({ length: 60 }, (_, i) => [0, y - (i / 59) * long, 0]);
  const swell = (t) =>
    radius *
    (0.86 + 0.22 * Math.sin(t * 2.6) + 0.12 * Math.exp(-(((t - 0.03) / 0.02) ** 2))) *
    Math.min(1, Math.sqrt((1 - t) * 14) + 0.05);
  return tube(path, { radius: swell, sides: 36, mat });
}

/** A brass collar where handle meets shaft. */
export const collar = ({ y, mat, radius = 1.32, tall = 2.2 }) =>
  tube(
    [0, 0.08, 0.15, 0.5, 0.85, 0.92, 1].map((t) => [0, y + t * tall - tall / 2, 0]),
    { radius: (t) => radius * (t < 0.1 || t > 0.9 ? 0.94 : 1), sides: 32, mat },
  );
