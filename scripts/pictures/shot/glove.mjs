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

/** The chart of the mittens, a letter a stitch. */
export const FLAKES = [
  "rrrrrrrrrr",
  "rrrrbrrrrr",
  "rrrbbbrrrr",
  "rbrrbrrbrr",
  "rbbrbrbbrr",
  "rrbbrbbrrr",
  "rbbrbrbbrr",
  "rbrrbrrbrr",
  "rrrbbbrrrr",
  "rrrrbrrrrr",
  "rrrrrrrrrr",
  "brbrbrbrbr",
];

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
