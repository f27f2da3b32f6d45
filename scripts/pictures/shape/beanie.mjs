import { lathe, profile, tube } from "./solid.mjs";
import { sheet } from "./mesh.mjs";
import { noise, random } from "../core/random.mjs";
import { curve, step } from "../core/vector.mjs";

/** Knitted caps: ribs or cables round a soft dome, with a turn-up, standing on y = 0. */

/** `relief(x)` with x = angle in stitches round the head gives height in cm; the turn-up is always ribbed. */
export function beanie({ mat, cuffMat = mat, ribs = 44, relief, tall = 19, slouch = 0.4, seed = 2 }) {
  const body = profile([
    [0.01, tall],
    [1.4, tall - 0.05],
    [4.2, tall - 0.9],
    [7.2, tall - 3.2],
    [9.2, tall - 7],
    [9.7, 8.4],
    [9.4, 6],
    [9.2, 3],
  ]);
  const dome = lathe(body, {
    nu: ribs * 14,
    nv: 200,
    mat,
    size: [1, 1],
    shape: (p, t, angle) =>
      rumple(pushed(p, (relief ?? rib)(angle, { t, ribs }) * step(0, 0.3, t), angle), { tall, slouch, seed }),
  });
  unroll(dome, { around: 60.5, down: 27 });
  const edge = profile([
    [9.5, 7.4],
    [10.1, 7.7],
    [10.6, 7.3],
    [10.75, 5],
    [10.65, 2.4],
    [10.45, 0.5],
    [10.1, 0.05],
    [9.7, 0.3],
    [9.4, 2],
  ]);
  const cuff = lathe(edge, {
    nu: ribs * 14,
    nv: 70,
    mat: cuffMat,
    size: [60.5, 13],
    shape: (p, t, angle) =>
      rumple(pushed(p, rib(angle, { ribs }) * 1.15, angle), { tall, slouch: slouch * 0.5, seed: seed + 3 }),
  });
  return [dome, cuff];
}

function unroll(mesh, { around, down }) {
  for (let i = 0; i < mesh.uv.length; i += 2) {
    mesh.uv[i] *= around;
    mesh.uv[i + 1] *= -down;
  }
}

/** A round rib with a deep gap beside it. */
export function rib(angle, { ribs }) {
  const f = ((angle / (Math.PI * 2)) * ribs) % 1;
  return 0.42 * Math.sqrt(Math.max(0, 1 - (2 * f - 1) ** 2 * 0.97));
}

const pushed = ([x, y, z], by, angle) => [x + Math.sin(angle) * by, y, z + Math.cos(angle) * by];

function rumple([x, y, z], { tall, slouch, seed }) {
  const up = step(6, tall, y);
  const wave = slouch * noise(x * 0.13 + seed, y * 0.2, z * 0.13 + seed);
  return [x * 0.96 + wave + up * slouch * 1.4, y + wave * up * 1.2, z * 1.02 + wave];
}

/** Two plaits and the plain ground between them, `cables` times round. */
export function cables(count, pitch = 0.16) {
  return (angle, { t }) => {
    const f = ((angle / (Math.PI * 2)) * count) % 1;
    const narrow = step(0.02, 0.5, t);
    return plait((f - 0.5) * 3.4, t / pitch) * narrow * 0.9 + 0.2 * gutter(f);
  };
}

const gutter = (f) => -Math.exp(-(((Math.abs(f - 0.5) - 0.36) / 0.03) ** 2)) * 1.2;

/** Height of a two-strand cable, x across in strand widths, s along in crossings. */
export function plait(x, s) {
  const strand = (phase) => {
    const a = s * Math.PI + phase;
    const d = x - Math.sin(a) * 0.62;
    const round = Math.sqrt(Math.max(0, 1 - (d / 0.62) ** 2));
    return round * (0.55 + 0.3 * Math.cos(a));
  };
  return Math.max(strand(0), strand(Math.PI), 0);
}

/** A bobble of yarn ends. */
export function bobble({ at, radius = 4, mat, count = 2600, seed = 8 }) {
  const chance = random(seed);
  const core = sheet(
    (u, v) => {
      const a = u * Math.PI * 2;
      const b = v * Math.PI;
      const r = radius * 0.74;
      return [
        at[0] + Math.sin(a) * Math.sin(b) * r,
        at[1] + Math.cos(b) * r,
        at[2] + Math.cos(a) * Math.sin(b) * r,
      ];
    },
    { nu: 30, nv: 20, size: [20, 12], mat, closed: true },
  );
  const ends = Array.from({ length: count }, (_, i) => {
    const y = 1 - (2 * (i + 0.5)) / count;
    const a = i * 2.39996;
    const r = Math.sqrt(1 - y * y);
    const dir = [Math.cos(a) * r, y, Math.sin(a) * r].map((c) => c + (chance() - 0.5) * 0.28);
    const far = radius * (0.9 + chance() * 0.17);
    const path = [0.6, 0.82, 1].map((t) =>
      dir.map((c, d) => at[d] + c * far * t + (t === 1 ? (chance() - 0.5) * 0.35 : 0)),
    );
    return tube(curve(path, 4), { radius: (t) => 0.17 - 0.05 * t, sides: 5, mat });
  });
  return [core, ...ends];
}
