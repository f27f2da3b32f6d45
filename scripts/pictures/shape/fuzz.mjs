import { random } from "../core/random.mjs";
import { add, cross, dot, length, sub, times, unit } from "../core/vector.mjs";
import { corner } from "./mesh.mjs";

/** The hairs that stand off wool: thin curved ribbons, each the colour of the cloth it grows from. */

const SEGMENTS = 4;

/** Hairs for every woolly mesh of a shot, about `count` in all, where the camera can see them. */
export function fuzz(shot, { count = 45000, pixels = 1500, seed = 21 }) {
  const woolly = shot.meshes.filter((m) => m.mat.hairs);
  const patches = woolly.map((mesh) => visible(mesh, shot));
  const total = patches.reduce((sum, p) => sum + p.area * p.mesh.mat.hairs, 0);
  const cm = shot.frame / pixels;
  return patches.map((patch, i) => {
    const share = Math.round((count * patch.area * patch.mesh.mat.hairs) / (total || 1));
    return grow(patch, { count: share, wide: Math.max(0.008, cm * 0.5), shot, chance: random(seed + i) });
  });
}

/** The triangles that face the camera and lie in its frame, with their areas added up. */
function visible(mesh, { eye, at, frame }) {
  const triangles = [];
  const sums = [];
  let area = 0;
  const axis = unit(sub(at, eye));
  for (let t = 0; t < mesh.idx.length; t += 3) {
    const a = corner(mesh.pos, mesh.idx[t]);
    const off = sub(a, at);
    const across = length(sub(off, times(axis, dot(off, axis))));
    if (across > frame * 0.72) continue;
    const n = cross(sub(corner(mesh.pos, mesh.idx[t + 1]), a), sub(corner(mesh.pos, mesh.idx[t + 2]), a));
    const facing = dot(corner(mesh.nor, mesh.idx[t]), unit(sub(eye, a)));
    if (facing < -0.25) continue;
    // Edges seen from the side are where hairs show: they get more.
    area += length(n) * 0.5 * (1.6 - Math.abs(facing));
    triangles.push(t);
    sums.push(area);
  }
  return { mesh, triangles, sums, area };
}

function grow({ mesh, triangles, sums, area }, { count, wide, shot, chance }) {
  const per = SEGMENTS * 2 + 2;
  const hairs = {
    pos: new Float32Array(count * per * 3),
    nor: new Float32Array(count * per * 3),
    uv: new Float32Array(count * per * 2),
    idx: new Uint32Array(count * SEGMENTS * 6),
    mat: mesh.mat,
    casts: false,
  };
  for (let i = 0; i < count; i += 1) {
    const root = rootOn(mesh, triangles[find(sums, chance() * area)], chance);
    strand(hairs, i * per, { root, wide, shot, chance });
    for (let s = 0; s < SEGMENTS; s += 1) {
      const a = i * per + s * 2;
      hairs.idx.set([a, a + 1, a + 3, a, a + 3, a + 2], (i * SEGMENTS + s) * 6);
    }
  }
  return hairs;
}

function find(sums, x) {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (sums[mid] < x) low = mid + 1;
    else high = mid;
  }
  return low;
}

function rootOn(mesh, t, chance) {
  let b = chance();
  let c = chance();
  if (b + c > 1) [b, c] = [1 - b, 1 - c];
  const shares = [1 - b - c, b, c];
  const blend = (array, size) =>
    Array.from({ length: size }, (_, d) =>
      shares.reduce((sum, s, k) => sum + s * array[mesh.idx[t + k] * size + d], 0),
    );
  return { p: blend(mesh.pos, 3), n: unit(blend(mesh.nor, 3)), uv: blend(mesh.uv, 2) };
}

/** One hair: it leaves the cloth at a slant and curls over. */
function strand(hairs, first, { root: { p, n, uv }, wide, shot, chance }) {
  const side = unit(cross(n, unit([chance() - 0.5, chance() - 0.5, chance() - 0.5])));
  const long = (0.18 + 0.5 * chance() ** 2) * 0.85;
  const rise = 0.18 + 0.6 * chance() ** 2;
  const curl = times(cross(n, side), (chance() - 0.5) * 1.3);
  const view = unit(sub(shot.eye, p));
  const across = unit(cross(add(side, times(n, rise)), view));
  for (let s = 0; s <= SEGMENTS; s += 1) {
    const t = s / SEGMENTS;
    const q = p.map(
      (x, d) => x + long * (side[d] * t + n[d] * rise * Math.sin(t * 2.2) + curl[d] * t * t) + n[d] * 0.01,
    );
    const half = (wide / 2) * (1 - 0.65 * t);
    hairs.pos.set(add(q, times(across, half)), (first + s * 2) * 3);
    hairs.pos.set(add(q, times(across, -half)), (first + s * 2 + 1) * 3);
    for (const k of [0, 1]) {
      hairs.nor.set(n, (first + s * 2 + k) * 3);
      hairs.uv.set(uv, (first + s * 2 + k) * 2);
    }
  }
}
