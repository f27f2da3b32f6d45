import { lathe, profile } from "./solid.mjs";
import { noise } from "../core/random.mjs";
import { points, step } from "../core/vector.mjs";

/** Knitted caps: ribs or cables round a soft dome, with a turn-up, standing on y = 0. */

/** A cap; `flat` leaves out the ribs of the dome, for cloth whose tile is in relief already. */
export function beanie({ mat, cuffMat = mat, flat = false }) {
  return [dome(mat, flat ? () => 0.1 : rib), cuff(cuffMat)];
}

const RIBS = 44;
const TALL = 19;
const SLOUCH = 0.4;
const SEED = 2;

function dome(mat, relief) {
  const outline = profile(
    points(`0.01 ${TALL}, 1.4 18.95, 4.2 18.1, 7.2 15.8, 9.2 12, 9.7 8.4, 9.4 6, 9.2 3`),
  );
  const shape = (p, t, angle) => rumple(pushed(p, relief(angle) * step(0, 0.3, t), angle), SLOUCH, SEED);
  return unroll(lathe(outline, { nu: RIBS * 14, nv: 200, mat, size: [1, 1], shape }), {
    around: 60.5,
    down: 27,
  });
}

function cuff(mat) {
  const outline = profile(
    points("9.5 7.4, 10.1 7.7, 10.6 7.3, 10.75 5, 10.65 2.4, 10.45 0.5, 10.1 0.05, 9.7 0.3, 9.4 2"),
  );
  const shape = (p, t, angle) => rumple(pushed(p, rib(angle) * 1.15, angle), SLOUCH * 0.5, SEED + 3);
  return lathe(outline, { nu: RIBS * 14, nv: 70, mat, size: [60.5, 13], shape });
}

function unroll(mesh, { around, down }) {
  for (let i = 0; i < mesh.uv.length; i += 2) {
    mesh.uv[i] *= around;
    mesh.uv[i + 1] *= -down;
  }
  return mesh;
}

/** A round rib with a deep gap beside it. */
function rib(angle) {
  const f = ((angle / (Math.PI * 2)) * RIBS) % 1;
  return 0.42 * Math.sqrt(Math.max(0, 1 - (2 * f - 1) ** 2 * 0.97));
}

const pushed = ([x, y, z], by, angle) => [x + Math.sin(angle) * by, y, z + Math.cos(angle) * by];

function rumple([x, y, z], slouch, seed) {
  const up = step(6, TALL, y);
  const wave = slouch * noise(x * 0.13 + seed, y * 0.2, z * 0.13 + seed);
  return [x * 0.96 + wave + up * slouch * 1.4, y + wave * up * 1.2, z * 1.02 + wave];
}
