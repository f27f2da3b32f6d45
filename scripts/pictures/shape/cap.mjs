import { slab } from "./mesh.mjs";
import { lathe, profile } from "./solid.mjs";
import { noise } from "../core/random.mjs";
import { lerp, points, step } from "../core/vector.mjs";

/** A flat cap: a soft wide crown pulled forward over a peak. It stands on y = 0, peak towards z. */

const long = ([x, y, z]) => [x * 0.93, y, z * 1.12];

/** The crown, fuller behind, coming down to meet the peak. */
export function crown(mat) {
  const shape = profile(
    points(
      "0.01 8.6, 3 8.5, 7 7.9, 10.4 6.6, 12.2 4.9, 12.4 3.9, 11.6 2.9, 10.2 2.2, 9.6 1.4, 9.3 0.2, 9.0 0.1, 8.9 1.5",
    ),
  );
  const cap = lathe(shape, {
    nu: 260,
    nv: 220,
    mat,
    size: [1, 1],
    shape: (p, t, angle) => soft(long(p), angle),
  });
  // The cloth is cut flat, not wound round: lay it on from above.
  for (let i = 0; i < cap.uv.length / 2; i += 1) {
    cap.uv[i * 2] = cap.pos[i * 3] * 1.05;
    cap.uv[i * 2 + 1] = cap.pos[i * 3 + 2] * 1.05 - cap.pos[i * 3 + 1] * 1.15;
  }
  return cap;
}

function soft([x, y, z], angle) {
  const front = step(-3, 14, z);
  const body = step(1.5, 4, y);
  const drop = front * body * Math.max(0, y - 1.7) * 0.88;
  const fold = 0.5 * noise(x * 0.16, y * 0.25, z * 0.16) + 0.25 * noise(x * 0.4, y * 0.5, z * 0.3);
  const back = step(2, -12, z) * body;
  return [
    x + fold * 0.5 * body,
    y - drop + fold * body * 0.7 - back * 0.9,
    z - front * body * 0.4 + Math.cos(angle) * 0.2,
  ];
}

/** The stiff peak below it. */
export function peak(mat) {
  const fn = (u, v) => {
    const a = (u - 0.5) * 2.1;
    const reach = Math.cos(a * 1.42) ** 0.8;
    const r = lerp(9.2, 10.4 + 8.6 * Math.max(0, reach), v);
    const x = Math.sin(a) * r * 0.96;
    const z = Math.cos(a) * r * 1.06 + 0.6;
    return [x, 2.3 - 0.016 * x * x - 2.1 * v ** 1.5, z];
  };
  return slab(fn, { nu: 90, nv: 40, size: [22, 7], mat, thick: 0.5 });
}
