import { noise } from "../core/random.mjs";
import { lerp } from "../core/vector.mjs";
import { over } from "./coat-body.mjs";
import { slab } from "./mesh.mjs";

/** The front edge of a coat, its lapels and its collar, as cloth laid over the body. */

/** All of them. */
export const facing = (mat) => [
  panel(mat),
  lapel(-1, mat),
  lapel(1, mat),
  leaf(-1, mat),
  leaf(1, mat),
  stand(mat),
];

function panel(mat) {
  const fn = (u, v) => over(lerp(-5.5, 6.2, u) + 0.4 * noise(v * 3, u, 3), -34 - v * 66.5, 0.65);
  return slab(fn, { nu: 24, nv: 120, size: [11.7, 66], mat, thick: 0.45 });
}

function lapel(side, mat) {
  const fn = (u, v) => {
    const y = lerp(-12.2, -36, v);
    const inner = lerp(3.6, -0.6, v) * side;
    const wide = v < 0.36 ? lerp(2.4, 9.6, v / 0.36) : lerp(8.6, 0.6, ((v - 0.36) / 0.64) ** 0.9);
    const notch = v < 0.36 ? u * 1.6 * (1 - v / 0.36) : 0;
    return over(
      inner + side * u * wide,
      y + notch,
      1.35 + 0.7 * Math.sin(u * Math.PI) + (side > 0 ? 0.2 : 0),
    );
  };
  return slab(fn, { nu: 24, nv: 70, size: [9, 26], mat, thick: 0.5 });
}

function leaf(side, mat) {
  const fn = (u, v) => {
    const x = lerp(lerp(2.4, 3.8, v), lerp(6.6, 10.2, v), u) * side;
    const y = lerp(lerp(-8.2, -13, v), lerp(-9.3, -15.4, v), u);
    return over(x, y, 1.9 + 0.6 * Math.sin(u * Math.PI));
  };
  return slab(fn, { nu: 24, nv: 30, size: [6, 8], mat, thick: 0.55 });
}

function stand(mat) {
  const fn = (u, v) => {
    const a = (u - 0.5) * 2.6;
    return [Math.sin(a) * 4.6, -7.1 - v * 3 + 0.6 * (1 - Math.cos(a)), 9.4 - Math.cos(a) * 3.2];
  };
  return slab(fn, { nu: 40, nv: 12, size: [12, 4], mat, thick: 0.55 });
}
