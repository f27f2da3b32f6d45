import { noise } from "../core/random.mjs";
import { curve, lerp, points, step } from "../core/vector.mjs";
import { body, over, vOf } from "./coat-body.mjs";
import { facing } from "./lapel.mjs";
import { sheet, slab } from "./mesh.mjs";
import { tube } from "./solid.mjs";

/** An overcoat on a wooden hanger; the hook of the hanger is at the origin. */

/** The whole coat. */
export function coat({ cloth, inside, horn, wood, metal }) {
  const sides = [-1, 1];
  return [
    sheet(body, { nu: 260, nv: 300, size: [130, 96], mat: cloth, closed: true }),
    ...sides.map((side) => sleeve(side, cloth)),
    ...facing(cloth),
    lining(inside),
    ...buttons(horn),
    ...sides.map((side) => pocket(side, cloth)),
    ...hanger(wood, metal),
  ];
}

const ARM = points(
  "12 -13.4 9, 16.5 -15.6 9, 20.4 -20.5 9.2, 22.6 -30 9.6, 24 -46 11, 24.2 -58 12.4, 23 -71 14.6",
);

function sleeve(side, mat) {
  const path = curve(
    ARM.map(([x, y, z]) => [side * x, y, z]),
    160,
  );
  const radius = (t, a) =>
    lerp(1.4, 6, step(0, 0.36, t)) * lerp(1, 0.86, t) * (1 + 0.03 * Math.sin(a * 3 + t * 9)) +
    0.5 * noise(t * 10, Math.cos(a) * 1.2, side + 5) * step(0.1, 0.3, t) +
    (t > 0.955 && t < 0.965 ? -0.18 : 0);
  return tube(path, { radius, sides: 72, mat, flat: 0.82 });
}

function lining(mat) {
  const fn = (u, v) => [(u - 0.5) * 13, lerp(-8, -22, v), 8.4 - 1.5 * Math.sin(u * Math.PI)];
  return sheet(fn, { nu: 20, nv: 20, size: [13, 14], mat });
}

function buttons(mat) {
  return [-41, -53, -65].map((y) => {
    const z = body(0.02, vOf(y))[2];
    const path = [0.6, 1.1, 1.35].map((out) => [3.2, y, z + out]);
    return tube(path, { radius: (t) => 1.25 - (t > 0.7 ? 0.25 : 0), sides: 28, mat });
  });
}

function pocket(side, mat) {
  const fn = (u, v) => over(side * lerp(9.5, 19, u), -62 - v * 6 - u * 0.8, 0.55);
  return slab(fn, { nu: 20, nv: 14, size: [10, 6], mat, thick: 0.5 });
}

function hanger(wood, metal) {
  const hook = curve(points("0 -9 8, 0 -3 8, 2.2 -0.6 8, 1.4 2.2 7, -1.2 2.4 6, -2.2 0.6 6"), 60);
  const bar = curve(points("-18 -14.4 9, -9 -10.6 8.5, 0 -8.6 8, 9 -10.6 8.5, 18 -14.4 9"), 60);
  return [
    tube(hook, { radius: 0.28, sides: 12, mat: metal }),
    tube(bar, { radius: 1.3, sides: 20, mat: wood }),
  ];
}
