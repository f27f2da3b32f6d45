import { herringbone, houndstooth, tartan } from "../material/cloth.mjs";
import { wool, woollen } from "../material/finish.mjs";
import { cabled, striped } from "../material/knit.mjs";
import { fringe } from "../shape/fringe.mjs";
import { slab } from "../shape/mesh.mjs";
import { peg } from "../shape/peg.mjs";
import { drape, folded, hung, rolled } from "../shape/scarf.mjs";
import { facing, sweep, wall } from "../shape/studio.mjs";

/** Rows of the striped scarf, from one end of the pattern to the other. */
const STRIPES = "aaaaaaaabbbbccbbbb";

/** How each is made, and how it hangs: the lengths of its ends and which way they lean. */
const SCARVES = {
  herringbone: { make: (c) => herringbone(c, { pitch: 0.24 }), drops: [58, 46], leans: [4, -7] },
  tartan: { make: (c) => tartan(c), drops: [52, 60], leans: [-5, 6] },
  houndstooth: {
    make: (c) => houndstooth(c, { pitch: 0.26 }),
    drops: [58, 50],
    leans: [-2, 6],
    plain: true,
    rolls: true,
  },
  cable: { make: ([yarn]) => cabled(yarn, { gauge: 0.7 }), drops: [60, 42], leans: [3, -6], knitted: true },
  "stripe-rib": {
    make: ([a, b, c]) =>
      striped(
        [...STRIPES].map((row) => ({ a, b, c })[row]),
        { gauge: 1 },
      ),
    drops: [62, 54],
    leans: [-4, 5],
    knitted: true,
    rolls: true,
  },
};

/** What differs between cloth and knitting: how thick, how many folds, how many tassels. */
const WOVEN = { pleats: 2.8, thick: 0.6, deep: 1.7, count: 24, tassel: 0.38 };
const KNITTED = { pleats: 2.2, thick: 0.75, deep: 1.9, count: 15, tassel: 0.5 };

/** Hung on a peg, close, and folded or rolled. */
export function scarf(drawing, names) {
  const { make, drops, leans, plain, rolls, knitted } = SCARVES[drawing.weave];
  const { pleats, thick, deep, count, tassel } = knitted ? KNITTED : WOVEN;
  const shape = { width: 32, drops, leans, pleats, seed: drawing.weave.length, thick, deep };
  const fn = drape(shape);
  const ends = { mat: yarns(names), count, thick: tassel };
  const tassels = plain
    ? []
    : [...fringe(fn, ends), ...fringe(fn, { ...ends, row: 1, towards: 0.994, seed: 9 })];
  const cloth = wool(make(names));
  const hanging = [...wall(), hung(shape, cloth), ...tassels, peg()];
  return [
    { meshes: hanging, ...facing({ at: [0, -30], frame: 84, side: 0.25 }) },
    { meshes: hanging, ...facing({ at: [3, -48], frame: 30, side: -0.6, rise: 0.3 }) },
    rolls ? roll(cloth, knitted) : stack(cloth, { tassel: yarns(names), knitted }),
  ];
}

const yarns = (names) => names.slice(0, 2).map(woollen);

function roll(cloth, knitted) {
  const { fn, span } = rolled({ pile: knitted ? 1.6 : 1.15, turns: knitted ? 3.4 : 4.2 });
  const mesh = slab(fn, { nu: 120, nv: 500, size: [26, span], mat: cloth, thick: knitted ? 1.25 : 0.85 });
  return { meshes: [...sweep("stone"), mesh], eye: [95, 62, 120], at: [0, 4.5, 0], frame: 40 };
}

function stack(cloth, { tassel, knitted }) {
  const pile = knitted ? 2.2 : 1.25;
  const { fn, span } = folded({ pile, layers: knitted ? 3 : 5 });
  const mesh = slab(fn, { nu: 120, nv: 500, size: [30, span], mat: cloth, thick: pile * 0.68 });
  const size = knitted ? { count: 16, thick: 0.5 } : { count: 26, thick: 0.33 };
  const ends = fringe(fn, { mat: tassel, row: 1, towards: 0.994, long: 5, droop: 0.8, ...size });
  return { meshes: [...sweep("stone"), mesh, ...ends], eye: [50, 80, 150], at: [1, 3, 1], frame: 53 };
}
