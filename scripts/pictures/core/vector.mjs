/** Three-number vectors and curves through them. One unit is one centimetre; x right, y up, z to the viewer. */
export const add = (a, b) => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const sub = (a, b) => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const times = (a, k) => [a[0] * k, a[1] * k, a[2] * k];
export const dot = (a, b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const cross = (a, b) => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
export const length = (a) => Math.hypot(a[0], a[1], a[2]);
export const unit = (a) => times(a, 1 / (length(a) || 1));
export const lerp = (a, b, t) => a + (b - a) * t;
export const clamp = (x, low = 0, high = 1) => Math.min(high, Math.max(low, x));

/** 0 below `from`, 1 above `to`, smooth between. */
export function step(from, to, x) {
  const t = clamp((x - from) / (to - from));
  return t * t * (3 - 2 * t);
}

/** A smooth curve (Catmull-Rom) through `points`, as `count` + 1 points. */
export function curve(points, count) {
  const last = points.length - 1;
  const at = (i) => points[clamp(i, 0, last)];
  return Array.from({ length: count + 1 }, (_, k) => {
    const s = (k / count) * last;
    const i = Math.min(last - 1, Math.floor(s));
    const t = s - i;
    return at(i).map((own, d) => spline([at(i - 1)[d], own, at(i + 1)[d], at(i + 2)[d]], t));
  });
}

function spline([a, b, c, d], t) {
  return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t ** 3);
}

/** A function of t in [0, 1] that passes smoothly through `points`. */
export function along(points, count = 200) {
  const path = curve(points, count);
  return (t) => {
    const s = clamp(t) * count;
    const i = Math.min(count - 1, Math.floor(s));
    return path[i].map((c, d) => lerp(c, path[i + 1][d], s - i));
  };
}

/** Turns a point about an axis ("x", "y" or "z") by `angle` radians. */
export function turn(p, axis, angle) {
  const c = Math.cos(angle);
  const s = Math.sin(angle);
  if (axis === "x") return [p[0], p[1] * c - p[2] * s, p[1] * s + p[2] * c];
  if (axis === "y") return [p[0] * c + p[2] * s, p[1], -p[0] * s + p[2] * c];
  return [p[0] * c - p[1] * s, p[0] * s + p[1] * c, p[2]];
}

/** Points from a table in a string: `"0 1.5, 2 3"` is [[0, 1.5], [2, 3]]. */
export const points = (table) => table.split(",").map((row) => row.trim().split(/\s+/).map(Number));
