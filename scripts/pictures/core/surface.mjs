import { CHANNELS, sample } from "./texture.mjs";

/** What each pixel shows: where it is, which way it faces (threads included) and its colour before light. */
export function surfaceOf(scene, seen, view) {
  const n = seen.w * seen.h;
  const out = {
    w: seen.w,
    h: seen.h,
    n,
    p: new Float32Array(n * 3),
    nor: new Float32Array(n * 3),
    rgb: new Float32Array(n * 3),
    thin: new Float32Array(n),
    hollow: new Float32Array(n),
    mat: new Int16Array(n).fill(-1),
    ...plainBlocks(scene, seen),
  };
  const hit = newHit();
  for (let i = 0; i < n; i += 1) {
    if (seen.tri[i] < 0 || out.skipped[i]) continue;
    locate({ scene, seen, view }, i, hit);
    if (out.stands[i]) hit.cm *= 2;
    cover(scene.materials[hit.m], hit);
    out.p.set(hit.p, i * 3);
    out.nor.set(hit.n, i * 3);
    out.rgb.set(hit.rgb, i * 3);
    out.mat[i] = hit.m;
    out.hollow[i] = hit.hollow;
    out.thin[i] = scene.materials[hit.m].through ?? 0;
  }
  return out;
}

/** Of each 2 x 2 pixels that show nothing but one ground, the first stands for all and the others are skipped. */
function plainBlocks({ materials, mat }, { tri, w, h }) {
  const stands = new Uint8Array(w * h);
  const skipped = new Uint8Array(w * h);
  const groundAt = (i) => (tri[i] >= 0 && materials[mat[tri[i] / 3]].ground === true ? mat[tri[i] / 3] : -1);
  for (let y = 0; y + 1 < h; y += 2) {
    for (let x = 0; x + 1 < w; x += 2) {
      const i = y * w + x;
      const m = groundAt(i);
      if (m < 0 || groundAt(i + 1) !== m || groundAt(i + w) !== m || groundAt(i + w + 1) !== m) continue;
      stands[i] = 1;
      skipped[i + 1] = skipped[i + w] = skipped[i + w + 1] = 1;
    }
  }
  return { stands, skipped };
}

const newHit = () => ({
  p: new Float32Array(3),
  n: new Float32Array(3),
  tu: new Float32Array(3),
  tv: new Float32Array(3),
  rgb: new Float32Array(3),
  uv: new Float32Array(2),
  e: new Float32Array(3),
  texel: new Float32Array(CHANNELS),
  m: 0,
  cm: 0.1,
  hollow: 1,
});

/** Point, normal, cloth position and the two directions of the threads under pixel i. */
function locate({ scene, seen, view }, i, hit) {
  const t = seen.tri[i];
  const { pos, nor, uv, idx } = scene;
  const c0 = idx[t],
    c1 = idx[t + 1],
    c2 = idx[t + 2];
  const { points } = seen;
  const z = seen.near[i];
  const k1 = (seen.b[i] * points[c1 * 3 + 2]) / z;
  const k2 = (seen.c[i] * points[c2 * 3 + 2]) / z;
  const k0 = 1 - k1 - k2;
  for (let d = 0; d < 3; d += 1) {
    hit.p[d] = pos[c0 * 3 + d] * k0 + pos[c1 * 3 + d] * k1 + pos[c2 * 3 + d] * k2;
    hit.n[d] = nor[c0 * 3 + d] * k0 + nor[c1 * 3 + d] * k1 + nor[c2 * 3 + d] * k2;
    hit.e[d] = view.eye[d] - hit.p[d];
  }
  hit.uv[0] = uv[c0 * 2] * k0 + uv[c1 * 2] * k1 + uv[c2 * 2] * k2;
  hit.uv[1] = uv[c0 * 2 + 1] * k0 + uv[c1 * 2 + 1] * k1 + uv[c2 * 2 + 1] * k2;
  threads(scene, [c0, c1, c2], hit);
  normalise(hit.n);
  const far = Math.hypot(hit.e[0], hit.e[1], hit.e[2]);
  for (let d = 0; d < 3; d += 1) hit.e[d] /= far;
  const facing = hit.n[0] * hit.e[0] + hit.n[1] * hit.e[1] + hit.n[2] * hit.e[2];
  if (facing < 0) for (let d = 0; d < 3; d += 1) hit.n[d] = -hit.n[d];
  hit.cm = 1 / (z * view.zoom * seen.h) / Math.max(0.35, Math.sqrt(Math.abs(facing)));
  hit.m = scene.mat[t / 3];
}

function threads({ pos, uv }, [c0, c1, c2], { tu, tv }) {
  const s1 = uv[c1 * 2] - uv[c0 * 2],
    t1 = uv[c1 * 2 + 1] - uv[c0 * 2 + 1];
  const s2 = uv[c2 * 2] - uv[c0 * 2],
    t2 = uv[c2 * 2 + 1] - uv[c0 * 2 + 1];
  const det = s1 * t2 - s2 * t1;
  const k = Math.abs(det) > 1e-12 ? 1 / det : 0;
  for (let d = 0; d < 3; d += 1) {
    const e1 = pos[c1 * 3 + d] - pos[c0 * 3 + d];
    const e2 = pos[c2 * 3 + d] - pos[c0 * 3 + d];
    tu[d] = (e1 * t2 - e2 * t1) * k;
    tv[d] = (e2 * s1 - e1 * s2) * k;
  }
}

function normalise(v) {
  const k = 1 / (Math.hypot(v[0], v[1], v[2]) || 1);
  v[0] *= k;
  v[1] *= k;
  v[2] *= k;
}

/** Lays the material's tiles over the hit: `map` for colour, then each `relief` for threads and grain. */
function cover(mat, hit) {
  const { rgb, uv, texel } = hit;
  rgb.set(mat.rgb ?? [1, 1, 1]);
  hit.hollow = 1;
  if (mat.map) {
    sample(mat.map, [uv[0], uv[1], hit.cm], texel);
    for (let d = 0; d < 3; d += 1) rgb[d] *= texel[d];
    emboss(hit, mat.map.depth ?? 1);
  }
  for (const relief of mat.reliefs ?? []) {
    const turned = relief.turned ?? 0;
    const c = Math.cos(turned);
    const s = Math.sin(turned);
    sample(relief, [uv[0] * c - uv[1] * s, uv[0] * s + uv[1] * c, hit.cm], texel);
    if (relief.tints) for (let d = 0; d < 3; d += 1) rgb[d] *= texel[d];
    emboss(hit, relief.depth ?? 1);
  }
  if (mat.paint) mat.paint(hit);
}

function emboss(hit, depth) {
  const { n, tu, tv, texel } = hit;
  const lu = tu[0] * tu[0] + tu[1] * tu[1] + tu[2] * tu[2] || 1;
  const lv = tv[0] * tv[0] + tv[1] * tv[1] + tv[2] * tv[2] || 1;
  const su = (texel[3] * depth) / Math.sqrt(lu);
  const sv = (texel[4] * depth) / Math.sqrt(lv);
  for (let d = 0; d < 3; d += 1) n[d] -= (tu[d] / Math.sqrt(lu)) * su + (tv[d] / Math.sqrt(lv)) * sv;
  normalise(n);
  hit.hollow *= texel[5];
}
