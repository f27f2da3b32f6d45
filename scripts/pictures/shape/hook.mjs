import { art, numeral } from "../material/artwork.mjs";
import { PALETTE as C } from "../material/palette.mjs";
import { BRASS } from "../material/finish.mjs";
import { sheet } from "./mesh.mjs";
import { tube } from "./solid.mjs";
import { curve } from "../core/vector.mjs";

/** The cloakroom's own brass: hooks on a board, numbered tags, and the stand for umbrellas. */

/** A double coat hook, its plate on z = 0 and its root at the origin. */
export function hook() {
  const plate = tube(
    [
      [0, -5.5, 0.35],
      [0, -5, 0.4],
      [0, 3, 0.4],
      [0, 3.5, 0.35],
    ],
    {
      radius: (t) => 1.5 * Math.min(1, Math.sqrt(Math.min(t, 1 - t) * 5 + 0.15)),
      flat: 0.32,
      sides: 28,
      mat: BRASS,
    },
  );
  const upper = tube(
    curve(
      [
        [0, 1.2, 0.6],
        [0, 0.4, 4],
        [0, 1.4, 7.4],
        [0, 4.4, 9.4],
      ],
      50,
    ),
    { radius: (t) => 0.62 - 0.12 * t, sides: 20, mat: BRASS },
  );
  const lower = tube(
    curve(
      [
        [0, -2.6, 0.6],
        [0, -5.4, 2],
        [0, -6, 4.4],
        [0, -4, 6],
      ],
      50,
    ),
    { radius: (t) => 0.56 - 0.1 * t, sides: 20, mat: BRASS },
  );
  return [plate, upper, lower, ball([0, 4.9, 9.6], 1.05), ball([0, -3.7, 6.2], 0.9)];
}

function ball(at, r) {
  return sheet(
    (u, v) => {
      const a = u * Math.PI * 2;
      const b = v * Math.PI;
      return [
        at[0] + Math.sin(a) * Math.sin(b) * r,
        at[1] + Math.cos(b) * r,
        at[2] + Math.cos(a) * Math.sin(b) * r,
      ];
    },
    { nu: 28, nv: 18, size: [6, 3], mat: BRASS, closed: true },
  );
}

/** A round brass tag with its number stamped in; it hangs by a ring at the origin. */
export async function tag(number, { radius = 3.3 } = {}) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="600" viewBox="0 0 600 600"><rect width="600" height="600" fill="${C.brass}"/><circle cx="300" cy="300" r="262" fill="none" stroke="#5b4522" stroke-width="9"/>${numeral(String(number), { x: 300, y: 318, high: 230, colour: "#3f2f17", weight: 15 })}</svg>`;
  const face = await art(svg, { size: [radius * 2, radius * 2], ink: -0.06, pixels: 400 });
  const mat = { ...BRASS, rgb: [1, 1, 1], map: face };
  const disc = sheet(
    (u, v) => {
      const a = u * Math.PI * 2;
      const r = Math.min(1, v * 1.12) * radius;
      const z = v > 0.9 ? 0.3 - 0.3 * ((v - 0.9) / 0.1) ** 2 : 0.3;
      return [Math.sin(a) * r, Math.cos(a) * r - radius - 1.1, z + 0.2];
    },
    { nu: 90, nv: 40, size: [1, 1], mat, closed: true },
  );
  for (let i = 0; i < disc.uv.length / 2; i += 1) {
    disc.uv[i * 2] = disc.pos[i * 3] + radius;
    disc.uv[i * 2 + 1] = -disc.pos[i * 3 + 1] - 1.1;
  }
  const ring = tube(
    Array.from({ length: 41 }, (_, i) => {
      const a = (i / 40) * Math.PI * 2;
      return [Math.sin(a) * 0.9, -0.9 + Math.cos(a) * 0.9, 0.5 + 0.25 * Math.cos(a)];
    }),
    { radius: 0.13, sides: 10, mat: BRASS, closed: true },
  );
  const nail = tube(
    [
      [0, -0.1, 0],
      [0, -0.1, 1],
      [0, -0.1, 1.1],
    ],
    { radius: (t) => (t > 0.6 ? 0.34 : 0.16), sides: 14, mat: BRASS },
  );
  return [disc, ring, nail];
}

/** A tall round stand with a rolled rim, its foot at y = 0. */
export function stand({ mat, radius = 12.5, tall = 52 }) {
  const points = [
    [0.02, 0.5],
    [radius * 0.96, 0.4],
    [radius, 0.8],
    [radius, 2.5],
    [radius * 0.97, 3],
    [radius * 0.97, tall - 3],
    [radius * 1.0, tall - 1],
    [radius * 1.04, tall],
    [radius * 1.0, tall + 0.6],
    [radius * 0.95, tall],
    [radius * 0.93, tall - 3],
    [radius * 0.93, 3],
  ];
  return tubeOf(points, mat);
}

function tubeOf(points, mat) {
  const path = curve(
    points.map((p) => [...p, 0]),
    160,
  );
  return sheet(
    (u, v) => {
      const [r, y] = path[Math.round(v * 160)];
      const a = u * Math.PI * 2;
      return [Math.sin(a) * r, y, Math.cos(a) * r];
    },
    { nu: 120, nv: 160, size: [78, 130], mat, closed: true },
  );
}
