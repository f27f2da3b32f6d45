import { hide, wool } from "../material/finish.mjs";
import { chart, stocking } from "../material/knit.mjs";
import { fingerless as open, leatherGlove, mitten as mitt, pair } from "../shape/glove.mjs";
import { place } from "../shape/mesh.mjs";
import { facing, wall } from "../shape/studio.mjs";

const flat = (build, { at = [0, 5], frame, close = [-5, 6] }) => [
  { meshes: [...wall("paper"), ...build()], ...facing({ at, frame }) },
  { meshes: [...wall("paper"), ...build()], ...facing({ at: close, frame: 15, rise: -0.9, side: 0.5 }) },
  {
    meshes: [...wall("mist"), ...build().map((m) => place(m, { turns: ["z", -0.5] }))],
    ...facing({ at: [at[0] + 2, at[1] - 2], frame: frame * 1.12 }),
  },
];

/** Leather, with points. */
export function glove(_, [name]) {
  const build = () => {
    const made = { mat: hide(name, 5), thread: { ...hide(name, 5), reliefs: [] } };
    return pair(leatherGlove(made), leatherGlove({ ...made, seed: 3 }));
  };
  return flat(build, { frame: 46 });
}

/** A flake, nine rows of nine stitches. */
const FLAKE = [
  "....b....",
  "...bbb...",
  ".b..b..b.",
  ".bb.b.bb.",
  "..bb.bb..",
  ".bb.b.bb.",
  ".b..b..b.",
  "...bbb...",
  "....b....",
];

/**
 * The chart of a mitten, a letter a stitch, from the top down: three whole flakes up the middle, which is where the tile
 * begins and ends, snow at the sides, and a row of dots below each flake.
 */
export const FLAKES = [
  ...Array.from({ length: 5 }, () => "r".repeat(20)),
  ...Array.from({ length: 3 }, () => [
    ...FLAKE.map(flakeRow),
    "r".repeat(20),
    "rb".repeat(10),
    "r".repeat(20),
  ]).flat(),
].slice(0, -1);

function flakeRow(row, at) {
  const stitches = row.replaceAll(".", "r");
  const side = at === 4 ? "rrbrrrrrbrr" : at === 1 || at === 7 ? "rrrrrbrrrrr" : "rrrrrrrrrrr";
  return stitches.slice(4) + side + stitches.slice(0, 4);
}

/** Two-colour mittens. */
export function mitten(_, [r, b]) {
  const build = () => {
    const mat = wool(chart(FLAKES, { r, b }, { gauge: 0.58, grain: 24 }));
    const cuffMat = wool(stocking(r, { gauge: 0.82, stitches: [1, 8] }));
    return pair(mitt({ mat, cuffMat }), mitt({ mat, cuffMat, seed: 3 }));
  };
  return flat(build, { at: [0, 4], frame: 42 });
}

/** Ribbed, without ends. */
export function fingerless(_, [name]) {
  const build = () => {
    const mat = wool(stocking(name, { gauge: 0.74, stitches: [1, 8] }));
    return pair(open({ mat }), open({ mat, seed: 4 }));
  };
  return flat(build, { at: [0, 0.5], frame: 42, close: [-4, 6] });
}
