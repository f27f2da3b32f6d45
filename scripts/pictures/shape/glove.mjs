import { blend, capsule, dome, FINGERS, palm, puffed, THUMB } from "./hand.mjs";
import { noise } from "../core/random.mjs";
import { tube } from "./solid.mjs";
import { clamp, step } from "../core/vector.mjs";
import { place } from "./mesh.mjs";

/** Gloves: leather with seams, mittens and fingerless rib in wool. Each lies on z = 0, fingers up, thumb left. */

/** A leather glove with three points on the back, a set-in thumb and a hemmed cuff. */
export function leatherGlove({ mat, thread, seed = 1 }) {
  const parts = (p) => [...FINGERS.map((f) => capsule(p, f)), capsule(p, THUMB)];
  const outline = (p) => {
    const all = parts(p).map((c) => c.d);
    const fingers = Math.min(...all.slice(0, 4));
    return blend(blend(palm(p, { cuff: -8.4 }), fingers, 0.7), all[4], 1.3);
  };
  const height = (p) => leatherHeight(p, { parts: parts(p), seed });
  const glove = puffed({ outline, height, box: [-9, -8.8, 6, 20.4], mat });
  return [glove, ...ridges(height, thread), ...hem(height, thread)];
}

function leatherHeight([x, y], { parts, seed }) {
  const fingers = parts.slice(0, 4).map(({ d, t, radius, side }) => {
    const depth = -d;
    if (depth <= 0) return 0;
    const knuckle = Math.exp(-(((t - 0.42) / 0.05) ** 2)) + 0.7 * Math.exp(-(((t - 0.75) / 0.035) ** 2));
    const fold = 0.028 * knuckle * Math.sin(t * 70 + side * 1.3 + 2 * noise(x, y, seed));
    const seam = 0.12 * Math.exp(-(((Math.abs(side) - radius * 0.62) / 0.09) ** 2));
    return dome(depth, radius, radius * 1.05) + fold - seam;
  });
  const body = palm([x, y], { cuff: -8.4 });
  const flat = body < 0 ? dome(-body, 2.6, 1.45) * (0.72 + 0.28 * step(-8, 4, y)) : 0;
  const thumb = parts[4];
  const raised = thumb.d < 0 ? dome(-thumb.d, thumb.radius, thumb.radius * 0.92) + 0.12 : 0;
  const high = Math.max(smoothMax(flat, Math.max(...fingers), 0.5), 0);
  const rumple =
    0.2 * noise(x * 0.32 + seed * 9, y * 0.24, seed) +
    0.05 * noise(x * 0.9, y * 1.1, seed + 4) * step(9, 2, y);
  const wrist =
    0.14 * Math.exp(-(((y + 2.2 + 0.06 * x * x * 0.3) / 0.5) ** 2)) +
    0.1 * Math.exp(-(((y + 3.4 - 0.1 * x) / 0.35) ** 2));
  return smoothMax(high, raised, 0.25) + rumple * Math.min(1, high) - wrist * Math.min(1, high);
}

const smoothMax = (a, b, k) => -blend(-a, -b, k);

/** The three raised lines on the back of the hand. */
function ridges(height, thread) {
  return [-2.1, 0, 2.1].map((x, i) => {
    const path = Array.from({ length: 40 }, (_, k) => {
      const y = 8.4 - (k / 39) * (6.6 - Math.abs(i - 1) * 0.6);
      const px = x * (0.72 + 0.28 * ((y - 1) / 8));
      return [px, y, height([px, y], 2) + 0.03];
    });
    return tube(path, {
      radius: (t) => 0.13 * Math.min(1, t * 8, (1 - t) * 8) + 0.01,
      sides: 10,
      mat: thread,
    });
  });
}

/** A row of stitches just inside the cuff. */
function hem(height, thread) {
  return Array.from({ length: 19 }, (_, i) => {
    const x = -3.5 + i * 0.39;
    const at = (dx) => [x + dx, -7.5, height([x + dx, -7.5], 1) + 0.015];
    return tube([at(0), at(0.12), at(0.24)], { radius: 0.045, sides: 6, mat: thread });
  });
}

/** A knitted mitten: one bag for the fingers, one for the thumb, a ribbed cuff. */
export function mitten({ mat, cuffMat, seed = 1 }) {
  const bag = { from: [0.1, 4.5], to: [0.35, 12.6], r: [4.6, 4.05] };
  const thumb = { from: [-3.0, 3.6], to: [-6.1, 8.6], r: [2.0, 1.5] };
  const outline = (p) => {
    const body = blend(
      capsule(p, bag).d,
      palm(p, { cuff: -1.6, wrist: 3.9, wide: 4.5, flare: 3.9 }) + (p[1] > 8 ? 9 : 0),
      0.8,
    );
    return blend(body, capsule(p, thumb).d, 1.1);
  };
  const height = (p, depth) => {
    const t = capsule(p, thumb);
    const body = dome(depth, 3.2, 1.9);
    const extra = t.d < 0 ? dome(-t.d, t.radius, 1.5) : 0;
    const waist = step(-1.6, 0.8, p[1]);
    return (
      smoothMax(body, extra, 0.6) * (0.8 + 0.2 * waist) +
      0.2 * noise(p[0] * 0.4, p[1] * 0.4, seed) * Math.min(1, depth)
    );
  };
  const cuff = ribbed({
    from: -8.2,
    to: -1.2,
    half: (y) => 3.95 + 0.25 * step(-3, -8, y),
    mat: cuffMat,
    high: 1.75,
  });
  return [puffed({ outline, height, box: [-9, -1.9, 6, 17.4], mat }), cuff];
}

/** A band of ribs across, from y = `from` up to `to`. */
function ribbed({ from, to, half, mat, high = 1.7, pitch = 0.82 }) {
  const outline = ([x, y]) => Math.max(Math.abs(x) - half(y), from - y, y - to);
  const height = ([x, y], depth) => {
    const side = half(y) - Math.abs(x);
    const f = (((x / pitch) % 1) + 1) % 1;
    const body = dome(Math.max(0, side), 2.4, high);
    const end = Math.min(1, dome(Math.min(y - from, to - y), 0.5, 1));
    return (
      (body * (0.86 + 0.14 * end) + 0.26 * (Math.sqrt(Math.max(0, 1 - (2 * f - 1) ** 2)) - 0.6)) *
      (0.35 + 0.65 * end) *
      clamp(depth * 6)
    );
  };
  return puffed({ outline, height, box: [-5, from - 0.2, 5, to + 0.2], step: 0.09, mat });
}

/** A long ribbed glove without finger ends: openings at the top, a stub of a thumb. */
export function fingerless({ mat, seed = 1 }) {
  const fingers = FINGERS.map((f) => ({
    ...f,
    to: [f.from[0] + (f.to[0] - f.from[0]) * 0.34, f.from[1] + (f.to[1] - f.from[1]) * 0.3],
    r: [1.14, 1.08],
  }));
  const thumb = { from: [-2.8, 2.2], to: [-7.5, 7.2], r: [1.7, 1.4] };
  const ends = (p) => [...fingers, thumb].map((f) => cut(p, f));
  const outline = (p) => {
    const all = ends(p);
    return blend(
      blend(palm(p, { cuff: -12, wrist: 3.45, wide: 4.4, flare: 3.7 }), Math.min(...all.slice(0, 4)), 0.5),
      all[4],
      0.6,
    );
  };
  const height = (p, depth) => {
    const f = (((p[0] / 0.74) % 1) + 1) % 1;
    const all = ends(p);
    const finger = Math.max(0, ...all.slice(0, 4).map((d) => dome(-d, 1.1, 1.15)));
    const t = dome(Math.max(0, -all[4]), 1.6, 1.55);
    const body = dome(Math.max(0, -palm(p, { cuff: -12, wrist: 3.45, wide: 4.4, flare: 3.7 })), 2.4, 1.5);
    const ribs = 0.2 * (Math.sqrt(Math.max(0, 1 - (2 * f - 1) ** 2)) - 0.6);
    return (
      (smoothMax(smoothMax(body, finger, 0.4), t, 0.3) + ribs + 0.12 * noise(p[0] * 0.5, p[1] * 0.3, seed)) *
      clamp(0.25 + depth * 3)
    );
  };
  return [puffed({ outline, height, box: [-10, -12.3, 6, 14.6], step: 0.09, mat })];
}

/** A capsule with its far end cut straight across. */
function cut(p, f) {
  const c = capsule(p, f);
  const dx = f.to[0] - f.from[0];
  const dy = f.to[1] - f.from[1];
  const beyond = ((p[0] - f.to[0]) * dx + (p[1] - f.to[1]) * dy) / Math.hypot(dx, dy) - 0.25;
  return Math.max(c.d, beyond);
}

/** The other hand. */
function mirrored(mesh) {
  const pos = mesh.pos.slice();
  const nor = mesh.nor.slice();
  for (let i = 0; i < pos.length; i += 3) {
    pos[i] *= -1;
    nor[i] *= -1;
  }
  return { ...mesh, pos, nor, uv: mesh.uv.slice() };
}

/** A pair: one on top of the other's edge, turned a little. */
export function pair(one, other, { apart = 11, angle = 0.14, lift = 0.9 } = {}) {
  const left = one.map((m) => place(m, { turns: ["z", angle], to: [-apart / 2, 0, 0] }));
  const right = other.map((m) =>
    place(mirrored(m), { turns: ["z", -angle * 0.6], to: [apart / 2, -1.5, lift] }),
  );
  return [...left, ...right];
}
