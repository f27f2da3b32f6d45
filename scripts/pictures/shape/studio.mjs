import { plaster, wood } from "../material/grain.mjs";
import { sheet } from "./mesh.mjs";
import { linear } from "../material/palette.mjs";
import { box } from "./solid.mjs";

/** Where things are photographed: a plaster wall, a table that curves up into it, or a shelf. */

const ground = (name) => ({ rgb: linear(name), reliefs: [{ ...plaster(), tints: true }], ground: true });

/** A wall at z = 0, seen straight on; also the table of everything that lies flat. */
export const wall = (name = "plaster") => [
  sheet((u, v) => [(u - 0.5) * 500, (v - 0.5) * 500, 0], {
    nu: 8,
    nv: 8,
    size: [500, 500],
    mat: ground(name),
  }),
];

/** A floor at y = 0 that curves up into a wall at z = -`deep`. */
export function sweep(name = "plaster", { deep = 45, round = 22 } = {}) {
  const arc = (round * Math.PI) / 2;
  const front = 160;
  const rise = 260;
  const total = front + deep - round + arc + rise;
  const fn = (u, v) => [(u - 0.5) * 560, ...bend(v * total)];
  const bend = (s) => {
    const straight = front + deep - round;
    if (s < straight) return [0, front - s];
    const a = (s - straight) / round;
    if (a < Math.PI / 2) return [round - Math.cos(a) * round, -(deep - round) - Math.sin(a) * round];
    return [round + (s - straight - arc), -deep];
  };
  return [sheet(fn, { nu: 8, nv: 240, size: [560, total], mat: ground(name) })];
}

/** A wooden shelf on the wall, its top at y = 0. */
export const shelf = ({ deep = 14, wide = 130, thick = 9 } = {}) =>
  box([wide / 2, thick / 2, deep / 2], {
    round: 0.5,
    at: [0, -thick / 2, deep / 2],
    mat: { map: wood("#a07850", { size: [9, 190], dark: 0.35 }), shine: 0.03, rough: 0.5 },
  }).map((face, i) => (i > 3 ? alongGrain(face) : face));

/** Lays the grain of a face the other way: along a shelf's front as along its top. */
export function alongGrain(mesh) {
  for (let i = 0; i < mesh.uv.length; i += 2) [mesh.uv[i], mesh.uv[i + 1]] = [mesh.uv[i + 1], mesh.uv[i]];
  return mesh;
}

/** Looking straight at the wall. */
export const facing = ({ at = [0, 0], frame, far = 4.2, rise = 0, side = 0 }) => ({
  eye: [at[0] + side * frame, at[1] + rise * frame, frame * far],
  at: [at[0], at[1], 0],
  frame,
});
