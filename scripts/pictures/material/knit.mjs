import { linear, scale } from "./palette.mjs";
import { lattice, noise } from "../core/random.mjs";
import { bake } from "../core/texture.mjs";

/** Knitted cloth: columns of V stitches, each a pair of plump slanting legs. */

/**
 * Bakes knitted cloth. `colour(i, j)` gives the palette name of stitch column i, row j; `stitches` how many make
 * the tile; `gauge` the width of a stitch in cm; rows are 0.8 as tall as they are wide.
 */
function knit({ colour, stitches, gauge = 0.7, grain = 36, deep = 0.42, swell = () => [0, 0] }) {
  const [nx, ny] = stitches;
  const names = new Map();
  const rgbOf = (name) => names.get(name) ?? names.set(name, linear(name)).get(name);
  const paint = (s, t) => {
    const [raised, shift] = swell(s, t);
    const x = s * nx + shift;
    const y = t * ny;
    let best = { high: 0.02, tone: 0.5, i: Math.floor(x), j: Math.floor(y) };
    for (let row = Math.floor(y) - 1; row <= Math.floor(y) + 1; row += 1) {
      const leg = legAt(x, y, { row, nx, ny });
      if (leg.high > best.high) best = leg;
    }
    const name = colour(((best.i % nx) + nx) % nx, ((best.j % ny) + ny) % ny);
    return { rgb: scale(rgbOf(name), best.tone), high: best.high * gauge * deep + raised };
  };
  return bake(paint, {
    pixels: [nx * grain, Math.round(ny * grain * 0.8)],
    size: [nx * gauge, ny * gauge * 0.8],
    cavity: 0.82,
  });
}

/** The leg of row `row` that passes nearest to (x, y): how high it stands there and how light it is. */
function legAt(x, y, { row, nx, ny }) {
  const i = Math.floor(x);
  const f = x - i;
  const side = f < 0.5 ? -1 : 1;
  // Along the leg: it starts low at the middle of the stitch and rises outwards.
  const out = side < 0 ? 0.5 - f : f - 0.5;
  const middle = row + 0.5 - (out - 0.25) * 1.75;
  const dy = (y - middle) / 0.52;
  const dx = (out - 0.25) / 0.3;
  const d2 = dy * dy * 0.95 + dx * dx * 0.62;
  if (d2 >= 1) return { high: 0, tone: 0.5, i, j: row };
  const round = Math.sqrt(1 - d2);
  // Along and across the leg, for the plies that wind round it and the hairs that wind round them.
  const p = (out - 0.25) * 0.496 - (y - row - 0.5) * 0.868;
  const q = ((out - 0.25) * 0.868 + (y - row - 0.5) * 0.496) * side;
  const ply = 1 - Math.abs(Math.sin((p * 2.1 + q * 2.6) * Math.PI)) ** 3;
  const seed = i * 13 + row * 7;
  const hair =
    noise(q * 26 + p * 11 + seed, p * 5 - q * 3, side + 3) * 0.6 +
    noise(q * 50 + p * 26 + seed, p * 9, side + 9) * 0.4;
  const wrapped = lattice(((i % nx) + nx) % nx, ((row % ny) + ny) % ny, side + 5) - 0.5;
  return {
    high: round * (0.9 + 0.13 * ply) + 0.075 * hair * round,
    tone: 0.9 + 0.08 * ply + 0.08 * wrapped + 0.22 * hair,
    i,
    j: row,
  };
}

/** Stocking stitch in one colour. */
export const stocking = (name, options = {}) => knit({ colour: () => name, stitches: [6, 8], ...options });

/** A chart of rows of characters, one a stitch, each a key of `names`. */
export function chart(rows, names, options = {}) {
  const tall = [...rows].toReversed();
  return knit({ colour: (i, j) => names[tall[j][i]], stitches: [rows[0].length, rows.length], ...options });
}

/** One plain rib and its gap, in rows of `names`, for scarves: the roundness is in the tile. */
export const striped = (names, { gauge = 1.1, ...options } = {}) =>
  knit({
    colour: (i, j) => names[j],
    stitches: [2, names.length],
    gauge,
    grain: 26,
    swell: (s) => [0.3 * Math.sqrt(Math.max(0, 1 - (((s * 2) % 1) * 2 - 1) ** 2)), 0],
    ...options,
  });

/** A two-strand cable between plain stitches, whose columns follow the strands. */
export function cabled(name, { gauge = 0.62, columns = 8, rows = 14 }) {
  const across = 3.3;
  const swell = (s, t) => {
    const x = (s - 0.5) * across;
    const { high, shift } = plait(x, t * 2);
    const gutter = 0.3 * Math.exp(-(((Math.abs(x) - 1.42) / 0.12) ** 2));
    return [high * 0.95 - gutter, (shift * columns) / across];
  };
  return knit({ colour: () => name, stitches: [columns, rows], gauge, grain: 26, swell });
}

/** Two strands that cross: x across in strand widths, s along in crossings. Height, and how far the upper one has wandered. */
function plait(x, s) {
  const strand = (phase) => {
    const a = s * Math.PI + phase;
    const middle = Math.sin(a) * 0.62;
    const round = Math.sqrt(Math.max(0, 1 - ((x - middle) / 0.62) ** 2));
    return { high: round * (0.55 + 0.3 * Math.cos(a)), shift: round > 0 ? -middle : 0 };
  };
  const [one, two] = [strand(0), strand(Math.PI)];
  return one.high > two.high ? one : two;
}
