import { fromGrid, sheet } from "./mesh.mjs";
import { add, along, cross, length, sub, times, unit } from "../core/vector.mjs";

/** Tubes, turned shapes and boxes. */

/** A tube along `path`; `radius` is a number or a function of t in [0, 1] and the angle. Ends are closed. */
export function tube(path, { radius, sides = 16, mat, closed = false, flat = 1 }) {
  const at = typeof radius === "function" ? radius : () => radius;
  const n = path.length - 1;
  const frames = transported(path);
  const points = [];
  const ring = (k, size) => {
    for (let s = 0; s <= sides; s += 1) {
      const angle = (s / sides) * Math.PI * 2;
      const r = at(k / n, angle) * size;
      const out = add(
        times(frames[k].a, Math.cos(angle) * r),
        times(frames[k].b, Math.sin(angle) * r * flat),
      );
      points.push(add(path[k], out));
    }
  };
  if (!closed) ring(0, 0.001);
  for (let k = 0; k <= n; k += 1) ring(k, 1);
  if (!closed) ring(n, 0.001);
  const span = path.slice(1).reduce((sum, p, i) => sum + length(sub(p, path[i])), 0);
  const size = [2 * Math.PI * at(0.5, 0), span];
  return fromGrid(points, { nu: sides, nv: closed ? n : n + 2, size, mat, closed: true });
}

/** Frames that follow a path without twisting about it. */
function transported(path) {
  const n = path.length - 1;
  let a = null;
  return path.map((p, k) => {
    const ahead = unit(sub(path[Math.min(n, k + 1)], path[Math.max(0, k - 1)]));
    const from = a ?? (Math.abs(ahead[1]) < 0.9 ? [0, 1, 0] : [1, 0, 0]);
    a = unit(sub(from, times(ahead, from[0] * ahead[0] + from[1] * ahead[1] + from[2] * ahead[2])));
    return { a, b: cross(ahead, a) };
  });
}

/** A profile through points [radius, height], as lathe wants it. */
export const profile = (table) => {
  const path = along(
    table.map((p) => [...p, 0]),
    400,
  );
  return (t) => path(t).slice(0, 2);
};

/** A shape turned on a lathe: `outline(t)` gives [radius, height]; `shape(p, t, angle)` may push points about. */
export function lathe(outline, { nu = 96, nv = 96, mat, size, shape = (p) => p }) {
  const fn = (u, v) => {
    const [r, y] = outline(v);
    const angle = u * Math.PI * 2;
    return shape([Math.sin(angle) * r, y, Math.cos(angle) * r], v, angle);
  };
  return sheet(fn, { nu, nv, size: size ?? [60, 30], mat, closed: true });
}

/** A box with rounded edges, as six faces. `half` is half its width, height and depth. */
export function box(half, { round = 0.2, mat, at = [0, 0, 0], steps = 10 }) {
  const faces = [];
  for (let axis = 0; axis < 3; axis += 1) {
    for (const side of [-1, 1]) faces.push(face({ half, round, mat, at, steps, axis, side }));
  }
  return faces;
}

function face({ half, round, mat, at, steps, axis, side }) {
  const b = (axis + 1) % 3;
  const c = (axis + 2) % 3;
  const inner = half.map((h) => Math.max(0, h - round));
  const spread = (t, h) => {
    const edge = Math.min(0.4, (round * 1.2) / (2 * h));
    const k = t * 2 - 1;
    const e = 1 - edge * 2;
    return Math.abs(k) < 0.5
      ? (k / 0.5) * e * h
      : Math.sign(k) * (e + ((Math.abs(k) - 0.5) / 0.5) * (1 - e)) * h;
  };
  const fn = (u, v) => {
    const p = [0, 0, 0];
    p[axis] = side * half[axis];
    p[b] = spread(u, half[b]) * side;
    p[c] = spread(v, half[c]);
    const core = p.map((x, d) => Math.max(-inner[d], Math.min(inner[d], x)));
    return add(at, add(core, times(unit(sub(p, core)), round)));
  };
  const mesh = sheet(fn, { nu: steps * 2, nv: steps * 2, mat });
  // Laid on flat: a corner's points stand close together and would squeeze the grain.
  for (let i = 0; i < mesh.pos.length / 3; i += 1) {
    mesh.uv[i * 2] = (mesh.pos[i * 3 + b] - at[b]) * side + half[b];
    mesh.uv[i * 2 + 1] = mesh.pos[i * 3 + c] - at[c] + half[c];
  }
  return mesh;
}
