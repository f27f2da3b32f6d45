import { BRASS, canvas, hide, thread, waxed, webbing } from "../material/finish.mjs";
import { points } from "../core/vector.mjs";
import { folio as flatCase } from "../shape/case.mjs";
import { holdall as barrel } from "../shape/holdall.mjs";
import { place } from "../shape/mesh.mjs";
import { stitches } from "../shape/stitch.mjs";
import { facing, sweep, wall } from "../shape/studio.mjs";
import { strap, tote as sack } from "../shape/tote.mjs";

/** Canvas, with long handles. */
export function tote(_, [cloth, tape]) {
  const build = () => {
    const web = webbing(tape);
    return [
      sack({ mat: canvas(cloth) }),
      strap({ z: 5.35, y: 36.8, mat: web, foot: 9 }),
      strap({ z: -4.3, y: 37, mat: web, lean: 2.4, foot: 3 }),
      ...boxes(thread("bone")),
    ];
  };
  const turned = build().map((m) => place(m, { turns: ["y", -0.45] }));
  return [
    { meshes: [...sweep(), ...build()], eye: [60, 62, 190], at: [0, 29, 0], frame: 82 },
    { meshes: [...sweep(), ...build()], eye: [-30, 55, 150], at: [-5, 31, 5], frame: 26 },
    { meshes: [...sweep("stone"), ...turned], eye: [60, 100, 180], at: [0, 28, 0], frame: 84 },
  ];
}

/** The foot of a strap, boxed and crossed. */
const BOX = points("-0.9 28.3, 0.9 28.3, 0.9 31.2, -0.9 31.2, -0.9 28.3, 0.9 31.2");

function boxes(mat) {
  return [-8.5, 8.5].flatMap((x) => {
    const path = BOX.map(([dx, y]) => [x + dx, y, 5.76]);
    return path.slice(1).flatMap((p, i) => stitches([path[i], p], { mat }));
  });
}

/** Waxed canvas with leather. */
export function holdall(_, [cloth, leather]) {
  const build = () => barrel({ cloth: waxed(cloth), leather: hide(leather) });
  return [
    { meshes: [...sweep(), ...build()], eye: [75, 70, 180], at: [0, 15.5, 0], frame: 74 },
    { meshes: [...sweep(), ...build()], eye: [70, 80, 150], at: [10, 21, 9], frame: 26 },
    { meshes: [...sweep("stone"), ...build()], eye: [-120, 110, 130], at: [0, 14, 0], frame: 76 },
  ];
}

/** Leather darkens where it is cut. */
const EDGES = { cocoa: "#4a2f21", oxblood: "#54161e" };

/** Bridle leather, lying flat. */
export function folio(_, [leather]) {
  const build = (angle) => {
    const edge = hide(EDGES[leather], 12);
    const parts = flatCase({ mat: hide(leather, 12), edge, stitch: thread("oat"), brass: BRASS });
    return parts.map((m) => place(m, { turns: ["z", angle] }));
  };
  return [
    { meshes: [...wall("paper"), ...build(0.12)], ...facing({ at: [0, 0], frame: 57 }) },
    {
      meshes: [...wall("paper"), ...build(0.12)],
      ...facing({ at: [2, -4], frame: 17, rise: -1, side: 0.6 }),
    },
    { meshes: [...wall("mist"), ...build(-0.35)], ...facing({ at: [0, 0], frame: 60, rise: -1.4 }) },
  ];
}
