import { thread, wool } from "../material/finish.mjs";
import { cabled, stocking } from "../material/knit.mjs";
import { beanie } from "../shape/beanie.mjs";
import { bobble } from "../shape/bobble.mjs";
import { fringe } from "../shape/fringe.mjs";
import { slab } from "../shape/mesh.mjs";
import { folded } from "../shape/scarf.mjs";

/** Caps and folded scarves, for wherever they turn up. */

/** How far round a head it is, in cm; the cap's ribs and cables go into it without a rest. */
const ROUND = 60.5;
const ribs = (yarn) => wool(stocking(yarn, { gauge: ROUND / 44, stitches: [1, 8] }));

/** A cap in fisherman's rib. */
export const ribbedCap = (yarn) => beanie({ mat: ribs(yarn) });

/** A cabled cap with its bobble. */
export const bobbleHat = (yarn) => [
  ...beanie({ mat: wool(cabled(yarn, { gauge: ROUND / 88 })), cuffMat: ribs(yarn), flat: true }),
  ...bobble({ at: [0.6, 21.6, 0], mat: thread(yarn) }),
];

/** A folded scarf with its fringe in front. */
export function pile({ cloth, tassel, wide = 34, deep = 25, layers = 5, thickness = 1.3, seed }) {
  const { fn, span } = folded({ wide, deep, layers, pile: thickness, seed });
  return [
    slab(fn, { nu: 120, nv: 500, size: [wide, span], mat: cloth, thick: thickness * 0.68 }),
    ...fringe(fn, { mat: tassel, row: 1, towards: 0.994, long: 5, droop: 0.8, count: 26, seed }),
  ];
}
