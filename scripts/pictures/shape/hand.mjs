import { smoothNormals } from "./mesh.mjs";
import { clamp, step } from "../core/vector.mjs";

/** Flat hands: an outline of fingers and palm, filled out as if with tissue paper. Palm down on z = 0. */

/** Fingers as [x, y] at root, [x, y] at tip, radius at root and tip. For a right hand seen from its back, thumb left. */
export const FINGERS = [
  { from: [-3.15, 9.4], to: [-3.75, 17.2], r: [1.2, 1.0] },
  { from: [-1.05, 9.8], to: [-1.15, 18.7], r: [1.22, 1.02] },
  { from: [1.1, 9.7], to: [1.42, 17.9], r: [1.2, 1.0] },
  { from: [3.15, 9.0], to: [3.95, 15.4], r: [1.1, 0.92] },
];
export const THUMB = { from: [-3.2, 4.2], to: [-5.9, 10.8], r: [1.8, 1.12] };

/** Distance outside (positive) a tapered capsule, and how far along it. */
export function capsule([x, y], { from, to, r }) {
  const dx = to[0] - from[0];
  const dy = to[1] - from[1];
  const t = clamp(((x - from[0]) * dx + (y - from[1]) * dy) / (dx * dx + dy * dy));
  const radius = r[0] + (r[1] - r[0]) * t;
  const side = (x - from[0]) * dy - (y - from[1]) * dx;
  return {
    d: Math.hypot(x - from[0] - dx * t, y - from[1] - dy * t) - radius,
    t,
    radius,
    side: side / Math.hypot(dx, dy),
  };
}

/** Distance outside a rounded quadrilateral palm that narrows to the wrist; `cuff` is where it ends. */
export function palm([x, y], { cuff = -7, wrist = 3.5, wide = 4.35, flare = 3.9 }) {
  const half = y < -1 ? wrist + (flare - wrist) * step(-1, cuff, y) : wrist + (wide - wrist) * step(-1, 7, y);
  const top = y - 10.2;
  const low = cuff - y;
  const dx = Math.abs(x) - half;
  const dy = Math.max(top, low);
  return dx > 0 && dy > 0 ? Math.hypot(dx, dy) : Math.max(dx, dy);
}

/** Smooth union of distances. */
export const blend = (a, b, k) => {
  const h = clamp(0.5 + (0.5 * (b - a)) / k);
  return b + (a - b) * h - k * h * (1 - h);
};

/**
 * A puffed shape: `outline([x, y])` is negative inside; `height([x, y], depth)` the height there in cm. The grid's
 * rim is pulled to the outline so that the edge is smooth.
 */
export function puffed({ outline, height, box: [x0, y0, x1, y1], step: cell = 0.11, mat }) {
  const nx = Math.round((x1 - x0) / cell);
  const ny = Math.round((y1 - y0) / cell);
  const points = [];
  const inside = [];
  for (let j = 0; j <= ny; j += 1) {
    for (let i = 0; i <= nx; i += 1) {
      const p = [x0 + i * cell, y0 + j * cell];
      const d = outline(p);
      inside.push(d < cell * 1.5);
      const q = d > -cell && d < cell * 1.5 ? pulled(p, d, outline) : p;
      points.push([q[0], q[1], d >= -0.001 ? 0.02 : Math.max(0.02, height(q, -d))]);
    }
  }
  return toMesh(points, inside, { nx, ny, mat });
}

function pulled(p, d, outline) {
  const e = 0.02;
  const gx = outline([p[0] + e, p[1]]) - outline([p[0] - e, p[1]]);
  const gy = outline([p[0], p[1] + e]) - outline([p[0], p[1] - e]);
  const l = Math.hypot(gx, gy) || 1;
  return d > 0 ? [p[0] - (gx / l) * d, p[1] - (gy / l) * d] : p;
}

function toMesh(points, inside, { nx, ny, mat }) {
  const idx = [];
  for (let j = 0; j < ny; j += 1) {
    for (let i = 0; i < nx; i += 1) {
      const a = j * (nx + 1) + i;
      const corners = [a, a + 1, a + nx + 2, a + nx + 1];
      if (corners.every((c) => inside[c])) idx.push(a, a + 1, a + nx + 2, a, a + nx + 2, a + nx + 1);
    }
  }
  const mesh = {
    pos: new Float32Array(points.flat()),
    nor: new Float32Array(points.length * 3),
    uv: new Float32Array(points.flatMap(([x, y]) => [x, y])),
    idx: new Uint32Array(idx),
    mat,
  };
  return smoothNormals(mesh);
}

/** Height of a tube or pillow `depth` inside an edge, rounded over `reach`. */
export const dome = (depth, reach, high) =>
  high * Math.sqrt(Math.max(0, 1 - (1 - Math.min(1, depth / reach)) ** 2));
