import { add, cross, length, sub, times, turn, unit } from "../core/vector.mjs";

/**
 * Surfaces made of triangles. A mesh is { pos, nor, uv, idx, mat }: three numbers a corner, three a normal,
 * two in centimetres of cloth, three corners a triangle, and what it is made of.
 */

/** A sheet: `fn(u, v)` for u and v in [0, 1] gives the points; `size` is the cloth's width and length in cm. */
export function sheet(fn, { nu, nv, size, mat, closed = false }) {
  const points = [];
  for (let j = 0; j <= nv; j += 1) for (let i = 0; i <= nu; i += 1) points.push(fn(i / nu, j / nv));
  return fromGrid(points, { nu, nv, size, mat, closed });
}

/** A mesh from rows of points, `nu` + 1 in each of `nv` + 1 rows. */
export function fromGrid(points, { nu, nv, size = [1, 1], mat, closed = false }) {
  const count = (nu + 1) * (nv + 1);
  const mesh = emptyMesh(count, nu * nv * 2, mat);
  points.forEach((p, k) => {
    mesh.pos.set(p, k * 3);
    mesh.uv[k * 2] = ((k % (nu + 1)) / nu) * size[0];
    mesh.uv[k * 2 + 1] = (Math.floor(k / (nu + 1)) / nv) * size[1];
  });
  let t = 0;
  for (let j = 0; j < nv; j += 1) {
    for (let i = 0; i < nu; i += 1) {
      const a = j * (nu + 1) + i;
      mesh.idx.set([a, a + 1, a + nu + 2, a, a + nu + 2, a + nu + 1], t);
      t += 6;
    }
  }
  smoothNormals(mesh);
  if (closed) outward(joinSeam(mesh, nu, nv));
  return mesh;
}

function emptyMesh(points, triangles, mat) {
  return {
    pos: new Float32Array(points * 3),
    nor: new Float32Array(points * 3),
    uv: new Float32Array(points * 2),
    idx: new Uint32Array(triangles * 3),
    mat,
  };
}

/** The i-th three numbers of an array. */
export const corner = (array, i) => [array[i * 3], array[i * 3 + 1], array[i * 3 + 2]];

/** Sets every normal to the mean of its triangles' normals, larger triangles counting for more. */
export function smoothNormals(mesh) {
  const { pos, nor, idx } = mesh;
  nor.fill(0);
  for (let t = 0; t < idx.length; t += 3) {
    const a = corner(pos, idx[t]);
    const n = cross(sub(corner(pos, idx[t + 1]), a), sub(corner(pos, idx[t + 2]), a));
    for (let k = 0; k < 3; k += 1) for (let d = 0; d < 3; d += 1) nor[idx[t + k] * 3 + d] += n[d];
  }
  for (let i = 0; i < nor.length; i += 3) nor.set(unit([nor[i], nor[i + 1], nor[i + 2]]), i);
  return mesh;
}

function joinSeam(mesh, nu, nv) {
  for (let j = 0; j <= nv; j += 1) {
    const a = j * (nu + 1);
    const n = unit(add(corner(mesh.nor, a), corner(mesh.nor, a + nu)));
    mesh.nor.set(n, a * 3);
    mesh.nor.set(n, (a + nu) * 3);
  }
  return mesh;
}

/** Turns a closed shape's normals out, if they point in: hairs grow along them. */
function outward({ pos, nor }) {
  const middle = [0, 0, 0];
  for (let i = 0; i < pos.length; i += 1) middle[i % 3] += (pos[i] * 3) / pos.length;
  let out = 0;
  for (let i = 0; i < pos.length; i += 1) out += (pos[i] - middle[i % 3]) * nor[i];
  if (out < 0) for (let i = 0; i < nor.length; i += 1) nor[i] = -nor[i];
}

/** Sets v to the length really covered along one column, for shapes whose rows are not evenly spaced. */
export function measured(mesh, { nu, nv, column = 0 }) {
  let down = 0;
  for (let j = 0; j <= nv; j += 1) {
    const at = j * (nu + 1);
    if (j > 0) down += length(sub(corner(mesh.pos, at + column), corner(mesh.pos, at - nu - 1 + column)));
    for (let i = 0; i <= nu; i += 1) mesh.uv[(at + i) * 2 + 1] = down;
  }
  return mesh;
}

/** A sheet with a thickness: front, back and rounded edges. */
export function slab(fn, { nu, nv, size, mat, thick }) {
  const base = sheet(fn, { nu, nv, size, mat });
  const ring = 2 * (nu + 1) + 4;
  const rows = [0, ...Array.from({ length: nv + 1 }, (_, j) => j), nv];
  const points = [];
  rows.forEach((j, r) => {
    const half = r === 0 || r === rows.length - 1 ? 0.001 : thick / 2;
    for (let k = 0; k <= ring; k += 1) points.push(ringPoint(base, { j, nu, half, k: k % ring }));
  });
  const mesh = fromGrid(points, { nu: ring, nv: rows.length - 1, size, mat, closed: true });
  rows.forEach((j, r) => {
    for (let k = 0; k <= ring; k += 1) {
      const { i, out } = ringColumn(k % ring, nu);
      const to = (r * (ring + 1) + k) * 2;
      mesh.uv[to] = (i / nu) * size[0] + out * thick;
      mesh.uv[to + 1] = (j / nv) * size[1];
    }
  });
  return mesh;
}

/** Where the k-th point of the ring around a slab lies: column, side (+1 front, -1 back) and how far past the edge. */
function ringColumn(k, nu) {
  if (k <= nu) return { i: k, side: 1, out: 0 };
  if (k <= nu + 2) return { i: nu, side: k === nu + 1 ? 0.5 : -0.5, out: 0.85 };
  if (k <= 2 * nu + 3) return { i: 2 * nu + 3 - k, side: -1, out: 0 };
  return { i: 0, side: k === 2 * nu + 4 ? -0.5 : 0.5, out: -0.85 };
}

function ringPoint(base, { j, nu, half, k }) {
  const { i, side, out } = ringColumn(k, nu);
  const at = j * (nu + 1) + i;
  const p = add(corner(base.pos, at), times(corner(base.nor, at), side * half));
  if (out === 0) return p;
  const inner = corner(base.pos, out > 0 ? at - 1 : at + 1);
  return add(p, times(unit(sub(corner(base.pos, at), inner)), Math.abs(out) * half));
}

/**
 * Turns and then moves, without touching the shape. `turns` names the axes in order and then gives the angles:
 * `["zx", 0.5, -0.2]`.
 */
export function place(mesh, { turns = [], to = [0, 0, 0], scale = 1 }) {
  const [axes = "", ...angles] = turns;
  const spin = (p) => angles.reduce((q, angle, i) => turn(q, axes[i], angle), p);
  for (let i = 0; i < mesh.pos.length; i += 3) {
    const p = corner(mesh.pos, i / 3);
    mesh.pos.set(add(spin(times(p, scale)), to), i);
    mesh.nor.set(spin(corner(mesh.nor, i / 3)), i);
  }
  return mesh;
}

/** The same mesh again, free to be moved; `mat` changes what it is made of. */
export function copy(mesh, mat = mesh.mat) {
  return { pos: mesh.pos.slice(), nor: mesh.nor.slice(), uv: mesh.uv.slice(), idx: mesh.idx, mat };
}
