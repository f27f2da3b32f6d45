import sharp from "sharp";
import { calm } from "./calm.mjs";
import { illuminate, rig, WINDOW } from "./light.mjs";
import { camera } from "./camera.mjs";
import { look } from "./raster.mjs";
import { gather } from "./scene.mjs";
import { surfaceOf } from "./surface.mjs";
import { develop } from "./develop.mjs";
import { clamp, unit } from "./vector.mjs";

/**
 * Draws { meshes, eye, at, frame } at `width` x `height`, from `over` times as many pixels a side, and returns a sharp image.
 * `known` (a Map) keeps what is the same for a shot in all colours, by the shot's `name`: where things are and their light.
 */
export function render(shot, { width, height, lights = {}, over = 2, known = new Map() }) {
  const view = camera(shot);
  const size = [width * over, height * over].map(Math.round);
  const scene = gather(shot.meshes);
  const seen = known.get(shot.name)?.seen ?? look(scene, view, size);
  const surface = surfaceOf(scene, seen, view);
  const lit =
    known.get(shot.name)?.lit ??
    illuminate(scene, surface, { lights: rig(lights), size: lights.map ?? 1536 });
  if (!known.has(shot.name)) calm(scene, surface, lit);
  if (shot.name) known.set(shot.name, { seen, lit });
  const colour = reflect({ scene, surface, lit, view });
  repeatPlain(surface, colour);
  const pixels = develop(colour, { width: size[0], height: size[1], exposure: shot.exposure ?? 1 });
  return sharp(pixels, { raw: { width: size[0], height: size[1], channels: 3 } }).resize(width, height);
}

/** Gives skipped pixels the colour of the one that stands for them. */
function repeatPlain({ w, n, stands }, colour) {
  for (let i = 0; i < n; i += 1) {
    if (!stands[i]) continue;
    for (const other of [i + 1, i + w, i + w + 1]) colour.copyWithin(other * 3, i * 3, i * 3 + 3);
  }
}

const WINDOW_LIGHT = [1.0, 0.945, 0.87];
const ROOM_LIGHT = [0.36, 0.365, 0.38];
const BOUNCE = [0.05, 0.046, 0.041];
const half = new Float32Array(3);

/** Light times colour, and what shines: linear RGB for every pixel. */
function reflect({ scene, surface, lit, view }) {
  const { n, p, nor, rgb, mat, hollow } = surface;
  const out = new Float32Array(n * 3);
  for (let i = 0; i < n; i += 1) {
    if (mat[i] < 0) continue;
    const m = scene.materials[mat[i]];
    const j = i * 3;
    const e = unit([view.eye[0] - p[j], view.eye[1] - p[j + 1], view.eye[2] - p[j + 2]]);
    const facing = clamp(nor[j] * e[0] + nor[j + 1] * e[1] + nor[j + 2] * e[2]);
    const open = clamp(lit.open[i]);
    const fuzz = (m.fuzz ?? 0) * (1 - facing) ** 2.5;
    const shine = gloss({ m, nor, j, e, facing, open, window: lit.window[i] });
    const dark = hollow[i];
    for (let d = 0; d < 3; d += 1) {
      // Light that bounces about in a hollow takes the hollow's own colour: pale cloth has pale, warm shadows.
      const again = 1 / (1 - 0.75 * rgb[j + d] * (1 - dark));
      const light =
        WINDOW_LIGHT[d] * lit.window[i] * (0.5 + 0.5 * dark * again) +
        (ROOM_LIGHT[d] * lit.room[i] + BOUNCE[d] * (0.4 + 0.6 * open + rgb[j + d] * 1.6 * (1 - open))) *
          dark *
          again;
      const body = rgb[j + d] * (m.metal ? 0.12 : 1);
      const nap =
        fuzz * (0.35 * rgb[j + d] + 0.05) * (WINDOW_LIGHT[d] * lit.window[i] * 0.5 + ROOM_LIGHT[d] * open);
      const tint = m.metal ? rgb[j + d] * 1.6 : 1;
      out[j + d] = body * light + nap + shine * tint;
    }
  }
  return out;
}

/** Highlights: the window itself in shiny things, and the room around it. */
function gloss({ m, nor, j, e, facing, open, window }) {
  if (!m.shine) return 0;
  for (let d = 0; d < 3; d += 1) half[d] = WINDOW[d] + e[d];
  const l = Math.hypot(half[0], half[1], half[2]);
  const nh = Math.max(0, (nor[j] * half[0] + nor[j + 1] * half[1] + nor[j + 2] * half[2]) / l);
  const a = m.rough ** 2;
  const peak = (a / ((nh * nh * (a * a - 1) + 1) ** 2 * Math.PI)) * a;
  const fresnel = m.shine + (1 - m.shine) * (1 - facing) ** 5 * (1 - m.rough);
  const ry = 2 * facing * nor[j + 1] - e[1];
  const rx = 2 * facing * nor[j] - e[0];
  const sky =
    (m.metal ? 0.34 : 0.16) + 0.75 * softbox(rx * -0.7 + ry * 0.75, m.rough) + 0.12 * Math.max(0, ry);
  return fresnel * (Math.min(6, peak) * window * 1.1 + sky * (0.2 + 0.8 * open) * (m.metal ? 1.15 : 0.8));
}

const softbox = (x, rough) => 1 / (1 + Math.exp(-(x - 0.45) / (0.05 + rough * 0.35)));
