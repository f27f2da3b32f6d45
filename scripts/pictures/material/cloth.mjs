import { linear, mix, scale } from "./palette.mjs";
import { lattice, noise } from "../core/random.mjs";
import { bake } from "../core/texture.mjs";
import { points } from "../core/vector.mjs";

/** Woven cloth, thread by thread. Each weave says which thread lies on top where; the rest is yarn. */

const modulo = (n, m) => ((n % m) + m) % m;
const twill = (i, j) => modulo(i + j, 4) < 2;

/**
 * Bakes a woven tile. `over(i, j)`: is the warp on top; `warp(i)`, `weft(j)`: linear colours;
 * `threads`: how many make the tile; `pitch`: cm from one to the next.
 */
function weave({ slub = 0.1, pitch = 0.2, grain = 14, high = 0.35, cavity = 0.6, ...draft }) {
  const { over, warp, weft } = draft;
  const [nx, ny] = draft.threads;
  const paint = (s, t) => {
    // Hairs cross the line between two yarns, so the line is never quite straight.
    const x = s * nx + 0.13 * noise(s * nx * 3, t * ny * 3, 1);
    const y = t * ny + 0.13 * noise(s * nx * 3, t * ny * 3, 2);
    const i = Math.floor(x);
    const j = Math.floor(y);
    const up = over(i, j);
    const runs = (a, b) => over(i + a, j + b) === up;
    const place = up
      ? { across: x - i, along: y, id: modulo(i, nx), before: runs(0, -1), after: runs(0, 1) }
      : { across: y - j, along: x, id: modulo(j, ny) + 512, before: runs(-1, 0), after: runs(1, 0) };
    const thread = yarn({ ...place, slub });
    const colour = up ? warp(modulo(i, nx)) : weft(modulo(j, ny));
    return { rgb: scale(colour, thread.tone), high: thread.high * pitch * high };
  };
  return bake(paint, { pixels: [nx * grain, ny * grain], size: [nx * pitch, ny * pitch], cavity });
}

/** Height and tone of one yarn: round, dipping where it goes under, twisted, made of many hairs. */
function yarn({ across, along, id, before, after, slub }) {
  const c = across * 2 - 1;
  const f = along - Math.floor(along);
  const round = Math.sqrt(Math.max(0, 1 - c * c * 0.94));
  const dip = (before ? 1 : Math.min(1, 0.3 + f * 1.9)) * (after ? 1 : Math.min(1, 0.3 + (1 - f) * 1.9));
  const slant = across * 5 + along * 1.7;
  const hair =
    noise(slant * 2.1, along * 0.9 - across * 0.7, id) * 0.65 +
    noise(slant * 4.7, along * 2.2, id + 7) * 0.35;
  const uneven = lattice(id, 3, 7) - 0.5 + 0.5 * noise(along * 0.7, id * 3.1, 5);
  return { high: round * dip + 0.2 * hair * round, tone: 1 + slub * (hair * 2.2 + uneven) };
}

/** Broken zigzags in two shades. */
export function herringbone([dark, light], { pitch = 0.22, ends = 8 } = {}) {
  const flip = (i) => (modulo(i, ends * 2) < ends ? i : ends * 2 + 1 - i);
  const a = linear(dark);
  const b = mix(linear(light), linear(dark), 0.12);
  return weave({
    over: (i, j) => twill(flip(modulo(i, ends * 2)), j),
    warp: () => a,
    weft: () => b,
    threads: [ends * 4, 24],
    pitch,
    grain: 20,
  });
}

/** Four threads of one colour, four of another, both ways. */
export function houndstooth([dark, light], { pitch = 0.2 } = {}) {
  const pick = (i) => (modulo(i, 8) < 4 ? linear(dark) : linear(light));
  return weave({ over: twill, warp: pick, weft: pick, threads: [32, 32], pitch, grain: 20 });
}

/** The shop's own sett, from pivot to pivot: which of its four colours, and how many threads. */
const SETT = points("0 18, 1 14, 0 4, 2 2, 0 4, 1 8, 3 2, 1 4");

/** Stripes crossed with themselves: two grounds, a line and a pale line. */
export function tartan(names, { pitch = 0.19, grain = 8 } = {}) {
  const half = SETT.flatMap(([k, count]) => Array.from({ length: count }, () => linear(names[k])));
  const all = [...half, ...half.toReversed()];
  while (all.length % 4) all.push(all[0]);
  const pick = (i) => all[i];
  const threads = [all.length, all.length];
  return weave({ over: twill, warp: pick, weft: pick, threads, pitch, grain, slub: 0.14 });
}

/** Plain weave: canvas, linen, umbrella cloth. */
export function plain(
  warpName,
  weftName = warpName,
  { pitch = 0.12, slub = 0.12, high = 0.35, cavity = 0.5, n = 24 } = {},
) {
  const tone = (id) => 1 + (lattice(id, 11, 5) - 0.5) * slub * 2;
  return weave({
    over: (i, j) => modulo(i + j, 2) === 0,
    warp: (i) => scale(linear(warpName), tone(i)),
    weft: (j) => scale(linear(weftName), tone(j + 99)),
    threads: [n, n],
    pitch,
    slub,
    high,
    cavity,
  });
}

/** A fine diagonal: grosgrain, webbing, silk twill. */
export function diagonal(name, { pitch = 0.07, high = 0.3, cavity = 0.35 } = {}) {
  const c = linear(name);
  return weave({
    over: (i, j) => modulo(i - j, 4) < 3,
    warp: () => c,
    weft: () => scale(c, 0.85),
    threads: [16, 16],
    pitch,
    high,
    cavity,
    slub: 0.06,
  });
}

/** Loose yarn for fringes: nothing but hairs, slanting with the twist. */
export function loose(name, { size = [2.4, 6] } = {}) {
  const base = linear(name);
  const paint = (s, t) => {
    const slant = s * 10 + t * 9;
    const hair = noise(slant * 2, t * 14 - s * 3, 3) * 0.6 + noise(slant * 4.3, t * 30, 9) * 0.4;
    return { rgb: scale(base, 1 + 0.28 * hair), high: 0.025 * hair };
  };
  return bake(paint, { pixels: [96, 240], size, cavity: 0.3 });
}
