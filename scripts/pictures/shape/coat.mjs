import { sheet, slab } from "./mesh.mjs";
import { tube } from "./solid.mjs";
import { noise } from "../core/random.mjs";
import { along, curve, lerp, step } from "../core/vector.mjs";

/** An overcoat on a wooden hanger; the hook of the hanger is at the origin. */

const HALF = along([
  [3, 0, 0],
  [9, 0, 0],
  [17, 0, 0],
  [20.5, 0, 0],
  [20, 0, 0],
  [19.6, 0, 0],
  [20.6, 0, 0],
  [22.6, 0, 0],
  [25, 0, 0],
]);
const DROP = along([
  [-8.6, 0, 0],
  [-9.6, 0, 0],
  [-11.8, 0, 0],
  [-16, 0, 0],
  [-32, 0, 0],
  [-48, 0, 0],
  [-66, 0, 0],
  [-84, 0, 0],
  [-101, 0, 0],
]);

/** The body as a closed bag: u round it from the middle of the front, v from collar to hem. */
function body(u, v) {
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

function sleeve(side, mat) {
  const path = curve(
    [
      [side * 12, -13.4, 9],
      [side * 16.5, -15.6, 9],
      [side * 20.4, -20.5, 9.2],
      [side * 22.6, -30, 9.6],
      [side * 24, -46, 11],
      [side * 24.2, -58, 12.4],
      [side * 23, -71, 14.6],
    ],
    160,
  );
  const radius = (t, a) =>
    lerp(1.4, 6, step(0, 0.36, t)) * lerp(1, 0.86, t) * (1 + 0.03 * Math.sin(a * 3 + t * 9)) +
    0.5 * noise(t * 10, Math.cos(a) * 1.2, side + 5) * step(0.1, 0.3, t) +
    (t > 0.955 && t < 0.965 ? -0.18 : 0);
  return tube(path, { radius, sides: 72, mat, flat: 0.82 });
}

/** The front edge, the lapels and the collar, as cloth laid over the body. */
function facing(mat) {
  const over = (x, y, lift) => {
    const v = vOf(y);
    const half = HALF(v)[0];
    const u = Math.asin(Math.max(-1, Math.min(1, (x / half) * 0.93))) / (Math.PI * 2);
    const p = body(u, v);
    return [x, y, p[2] + lift];
  };
  const panel = slab(
    (u, v) => {
      const y = -34 - v * 66.5;
      return over(lerp(-5.5, 6.2, u) + 0.4 * noise(v * 3, u, 3), y, 0.65);
    },
    { nu: 24, nv: 120, size: [11.7, 66], mat, thick: 0.45 },
  );
  const lapel = (side) =>
    slab(
      (u, v) => {
        const y = lerp(-12.2, -36, v);
        const inner = lerp(3.6, -0.6, v) * side;
        const wide = v < 0.36 ? lerp(2.4, 9.6, v / 0.36) : lerp(8.6, 0.6, ((v - 0.36) / 0.64) ** 0.9);
        return over(
          inner + side * u * wide,
          y + (v < 0.36 ? u * 1.6 * (1 - v / 0.36) : 0),
          1.35 + 0.7 * Math.sin(u * Math.PI) + (side > 0 ? 0.2 : 0),
        );
      },
      { nu: 24, nv: 70, size: [9, 26], mat, thick: 0.5 },
    );
  const leaf = (side) =>
    slab(
      (u, v) => {
        const x = lerp(lerp(2.4, 3.8, v), lerp(6.6, 10.2, v), u) * side;
        const y = lerp(lerp(-8.2, -13, v), lerp(-9.3, -15.4, v), u);
        return over(x, y, 1.9 + 0.6 * Math.sin(u * Math.PI));
      },
      { nu: 24, nv: 30, size: [6, 8], mat, thick: 0.55 },
    );
  const stand = slab(
    (u, v) => {
      const a = (u - 0.5) * 2.6;
      return [Math.sin(a) * 4.6, -7.1 - v * 3 + 0.6 * (1 - Math.cos(a)), 9.4 - Math.cos(a) * 3.2];
    },
    { nu: 40, nv: 12, size: [12, 4], mat, thick: 0.55 },
  );
  return [panel, lapel(-1), lapel(1), leaf(-1), leaf(1), stand];
}

function vOf(y) {
  let low = 0;
  let high = 1;
  for (let i = 0; i < 24; i += 1) {
    const mid = (low + high) / 2;
    if (DROP(mid)[0] > y) low = mid;
    else high = mid;
  }
  return low;
}

const lining = (mat) =>
  sheet((u, v) => [(u - 0.5) * 13, lerp(-8, -22, v), 8.4 - 1.5 * Math.sin(u * Math.PI)], {
    nu: 20,
    nv: 20,
    size: [13, 14],
    mat,
  });

function buttons(mat) {
  return [-41, -53, -65].map((y) => {
    const p = body(0.02, vOf(y));
    return tube(
      [
        [3.2, y, p[2] + 0.6],
        [3.2, y, p[2] + 1.1],
        [3.2, y, p[2] + 1.35],
      ],
      { radius: (t) => 1.25 - (t > 0.7 ? 0.25 : 0), sides: 28, mat },
    );
  });
}

function flap(side, mat) {
  return slab(
    (u, v) => {
      const y = -62 - v * 6 - u * 0.8;
      const x = side * lerp(9.5, 19, u);
      const p = body(
        (Math.asin(Math.min(1, (Math.abs(x) / HALF(vOf(y))[0]) * 0.93)) / (Math.PI * 2)) * side,
        vOf(y),
      );
      return [x, y, p[2] + 0.55];
    },
    { nu: 20, nv: 14, size: [10, 6], mat, thick: 0.5 },
  );
}

/** The whole coat. */
export function coat({ cloth, inside, horn, wood, metal }) {
  const bag = sheet(body, { nu: 260, nv: 300, size: [130, 96], mat: cloth, closed: true });
  const hook = tube(
    curve(
      [
        [0, -9, 8],
        [0, -3, 8],
        [2.2, -0.6, 8],
        [1.4, 2.2, 7],
        [-1.2, 2.4, 6],
        [-2.2, 0.6, 6],
      ],
      60,
    ),
    { radius: 0.28, sides: 12, mat: metal },
  );
  const bar = tube(
    curve(
      [
        [-18, -14.4, 9],
        [-9, -10.6, 8.5],
        [0, -8.6, 8],
        [9, -10.6, 8.5],
        [18, -14.4, 9],
      ],
      60,
    ),
    { radius: 1.3, sides: 20, mat: wood },
  );
  return [
    bag,
    sleeve(-1, cloth),
    sleeve(1, cloth),
    ...facing(cloth),
    lining(inside),
    ...buttons(horn),
    flap(1, cloth),
    flap(-1, cloth),
    hook,
    bar,
  ];
}
