import { project } from "./camera.mjs";

/** Triangles to pixels: which triangle each pixel shows, and how far away a light sees things. */

/** For every pixel the nearest triangle (or -1), two of its three shares, and 1/depth. */
export function look(scene, view, [w, h]) {
  const seen = {
    tri: new Int32Array(w * h).fill(-1),
    b: new Float32Array(w * h),
    c: new Float32Array(w * h),
    near: new Float32Array(w * h),
    points: project(scene.pos, view, [w, h]),
    face: face(),
    w,
    h,
  };
  for (let t = 0; t < scene.idx.length; t += 3) fill(seen, scene.idx, t);
  return seen;
}

/** How far a light from direction `dir` reaches: a square map around the sphere { centre, radius }. */
export function shade(scene, { dir, centre, radius, size, map }) {
  const up = Math.abs(dir[1]) < 0.95 ? [0, 1, 0] : [1, 0, 0];
  const a = normal(crossed(up, dir));
  const b = crossed(dir, a);
  const k = size / (2 * radius);
  const move = [a, b, dir].map((v) => -(v[0] * centre[0] + v[1] * centre[1] + v[2] * centre[2]));
  const { pos, idx, casting, flat } = scene;
  for (let i = 0; i < pos.length; i += 3) {
    const x = pos[i];
    const y = pos[i + 1];
    const z = pos[i + 2];
    flat[i] = (a[0] * x + a[1] * y + a[2] * z + move[0] + radius) * k;
    flat[i + 1] = (b[0] * x + b[1] * y + b[2] * z + move[1] + radius) * k;
    flat[i + 2] = dir[0] * x + dir[1] * y + dir[2] * z + move[2];
  }
  map.fill(-1e9);
  const target = { tri: null, near: map, points: flat, face: face(), w: size, h: size };
  for (let t = 0; t < casting; t += 3) fill(target, idx, t);
  return { a, b, dir, k, move, radius, size, map };
}

const crossed = (p, q) => [p[1] * q[2] - p[2] * q[1], p[2] * q[0] - p[0] * q[2], p[0] * q[1] - p[1] * q[0]];
const normal = (v) => v.map((x) => x / Math.hypot(...v));

/** One triangle laid out for filling; made once and written over, for there are millions. */
const face = () => ({ x0: 0, y0: 0, z0: 0, x1: 0, y1: 0, z1: 0, x2: 0, y2: 0, z2: 0, k: 0, t: 0 });

function fill(target, idx, t) {
  const { points, face: f } = target;
  const i0 = idx[t] * 3;
  const i1 = idx[t + 1] * 3;
  const i2 = idx[t + 2] * 3;
  f.t = t;
  f.x0 = points[i0];
  f.y0 = points[i0 + 1];
  f.z0 = points[i0 + 2];
  f.x1 = points[i1];
  f.y1 = points[i1 + 1];
  f.z1 = points[i1 + 2];
  f.x2 = points[i2];
  f.y2 = points[i2 + 1];
  f.z2 = points[i2 + 2];
  // A corner behind the camera.
  if (target.tri !== null && (f.z0 === 0 || f.z1 === 0 || f.z2 === 0)) return;
  const area = (f.x1 - f.x0) * (f.y2 - f.y0) - (f.x2 - f.x0) * (f.y1 - f.y0);
  if (Math.abs(area) < 1e-9) return;
  f.k = 1 / area;
  rows(target, f);
}

function rows(target, f) {
  const left = Math.max(0, Math.ceil(Math.min(f.x0, f.x1, f.x2) - 0.5));
  const right = Math.min(target.w - 1, Math.floor(Math.max(f.x0, f.x1, f.x2) - 0.5));
  const top = Math.max(0, Math.ceil(Math.min(f.y0, f.y1, f.y2) - 0.5));
  const low = Math.min(target.h - 1, Math.floor(Math.max(f.y0, f.y1, f.y2) - 0.5));
  const db = (f.y2 - f.y0) * f.k;
  const dc = -(f.y1 - f.y0) * f.k;
  for (let y = top; y <= low; y += 1) {
    const dx = left + 0.5 - f.x0;
    const dy = y + 0.5 - f.y0;
    let b = (dx * (f.y2 - f.y0) - dy * (f.x2 - f.x0)) * f.k;
    let c = (dy * (f.x1 - f.x0) - dx * (f.y1 - f.y0)) * f.k;
    let p = y * target.w + left;
    for (let x = left; x <= right; x += 1, p += 1, b += db, c += dc) {
      if (b < -2e-5 || c < -2e-5 || b + c > 1.00002) continue;
      const z = f.z0 + (f.z1 - f.z0) * b + (f.z2 - f.z0) * c;
      if (z <= target.near[p]) continue;
      target.near[p] = z;
      if (target.tri === null) continue;
      target.tri[p] = f.t;
      target.b[p] = b;
      target.c[p] = c;
    }
  }
}
