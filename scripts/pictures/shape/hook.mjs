import { art } from "../material/artwork.mjs";
import { BRASS } from "../material/finish.mjs";
import { numeral } from "../material/numeral.mjs";
import { PALETTE as C } from "../material/palette.mjs";
import { curve, points } from "../core/vector.mjs";
import { sheet } from "./mesh.mjs";
import { lathe, profile, tube } from "./solid.mjs";

/** The cloakroom's own brass: hooks on a board, numbered tags, and the stand for umbrellas. */

/** A double coat hook, its plate on z = 0 and its root at the origin. */
export function hook() {
  const oval = (t) => 1.5 * Math.min(1, Math.sqrt(Math.min(t, 1 - t) * 5 + 0.15));
  const upper = curve(points("0 1.2 0.6, 0 0.4 4, 0 1.4 7.4, 0 4.4 9.4"), 50);
  const lower = curve(points("0 -2.6 0.6, 0 -5.4 2, 0 -6 4.4, 0 -4 6"), 50);
  return [
    tube(points("0 -5.5 0.35, 0 -5 0.4, 0 3 0.4, 0 3.5 0.35"), {
      radius: oval,
      flat: 0.32,
      sides: 28,
      mat: BRASS,
    }),
    tube(upper, { radius: (t) => 0.62 - 0.12 * t, sides: 20, mat: BRASS }),
    tube(lower, { radius: (t) => 0.56 - 0.1 * t, sides: 20, mat: BRASS }),
    ball([0, 4.9, 9.6], 1.05),
    ball([0, -3.7, 6.2], 0.9),
  ];
}

function ball([x, y, z], r) {
  const fn = (u, v) => {
    const a = u * Math.PI * 2;
    const b = v * Math.PI;
    return [x + Math.sin(a) * Math.sin(b) * r, y + Math.cos(b) * r, z + Math.cos(a) * Math.sin(b) * r];
  };
  return sheet(fn, { nu: 28, nv: 18, size: [6, 3], mat: BRASS, closed: true });
}

const RADIUS = 3.3;

/** A round brass tag with its number stamped in; it hangs by a ring at the origin. */
export async function tag(number) {
  const face = await art(stamp(number), { size: [RADIUS * 2, RADIUS * 2], ink: -0.06, pixels: 400 });
  const ring = Array.from({ length: 41 }, (_, i) => {
    const a = (i / 40) * Math.PI * 2;
    return [Math.sin(a) * 0.9, -0.9 + Math.cos(a) * 0.9, 0.5 + 0.25 * Math.cos(a)];
  });
  const nail = points("0 -0.1 0, 0 -0.1 1, 0 -0.1 1.1");
  return [
    disc({ ...BRASS, rgb: [1, 1, 1], map: face }),
    tube(ring, { radius: 0.13, sides: 10, mat: BRASS, closed: true }),
    tube(nail, { radius: (t) => (t > 0.6 ? 0.34 : 0.16), sides: 14, mat: BRASS }),
  ];
}

function stamp(number) {
  const rim = `<circle cx="300" cy="300" r="262" fill="none" stroke="#5b4522" stroke-width="9"/>`;
  const digits = numeral(String(number), { x: 300, y: 318, high: 230, colour: "#3f2f17", weight: 15 });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="600" viewBox="0 0 600 600"><rect width="600" height="600" fill="${C.brass}"/>${rim}${digits}</svg>`;
}

function disc(mat) {
  const fn = (u, v) => {
    const a = u * Math.PI * 2;
    const r = Math.min(1, v * 1.12) * RADIUS;
    const z = v > 0.9 ? 0.3 - 0.3 * ((v - 0.9) / 0.1) ** 2 : 0.3;
    return [Math.sin(a) * r, Math.cos(a) * r - RADIUS - 1.1, z + 0.2];
  };
  const mesh = sheet(fn, { nu: 90, nv: 40, size: [1, 1], mat, closed: true });
  for (let i = 0; i < mesh.uv.length / 2; i += 1) {
    mesh.uv[i * 2] = mesh.pos[i * 3] + RADIUS;
    mesh.uv[i * 2 + 1] = -mesh.pos[i * 3 + 1] - 1.1;
  }
  return mesh;
}

/** A tall round stand with a rolled rim, its foot at y = 0. */
export function stand(mat) {
  const shape = profile(
    points(
      "0.02 0.5, 12 0.4, 12.5 0.8, 12.5 2.5, 12.1 3, 12.1 49, 12.5 51, 13 52, 12.5 52.6, 11.9 52, 11.6 49, 11.6 3",
    ),
  );
  return lathe(shape, { nu: 120, nv: 160, size: [78, 130], mat });
}
