import { noise } from "../core/random.mjs";
import { along, lerp, points, step } from "../core/vector.mjs";

/** The shape of an overcoat on a hanger, for the parts that are laid over it. */

const HALF = along(points("3 0 0, 9 0 0, 17 0 0, 20.5 0 0, 20 0 0, 19.6 0 0, 20.6 0 0, 22.6 0 0, 25 0 0"));
const DROP = along(
  points("-8.6 0 0, -9.6 0 0, -11.8 0 0, -16 0 0, -32 0 0, -48 0 0, -66 0 0, -84 0 0, -101 0 0"),
);

/** The body as a closed bag: u round it from the middle of the front, v from collar to hem. */
export function body(u, v) {
  const a = u * Math.PI * 2;
  const half = HALF(v)[0];
  const deep = lerp(4.4, 7.6, step(0.1, 1, v)) * step(-0.03, 0.06, v);
  const s = Math.sin(a);
  const c = Math.cos(a);
  const k = (Math.abs(s) ** 2.6 + Math.abs(c) ** 2.6) ** (-1 / 2.6);
  const low = step(0.3, 1, v);
  const fold =
    low * (1.5 * Math.sin(s * 8.5 + 0.7) + 0.8 * Math.sin(s * 15 + 2 + v)) +
    0.8 * noise(s * 3, v * 7, 4) * step(0.12, 0.4, v);
  return [s * k * half + 0.5 * fold * s, DROP(v)[0] + 0.3 * noise(s * 3, 9, 2), c * k * deep + fold + 9];
}

/** How far down the body (v) the height y lies. */
export function vOf(y) {
  let low = 0;
  let high = 1;
  for (let i = 0; i < 24; i += 1) {
    const mid = (low + high) / 2;
    if (DROP(mid)[0] > y) low = mid;
    else high = mid;
  }
  return low;
}

/** A point over the front of the body at (x, y), `lift` above it. */
export function over(x, y, lift) {
  const half = HALF(vOf(y))[0];
  const u = Math.asin(Math.max(-1, Math.min(1, (x / half) * 0.93))) / (Math.PI * 2);
  return [x, y, body(u, vOf(y))[2] + lift];
}
