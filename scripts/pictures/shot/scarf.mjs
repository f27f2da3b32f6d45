import { herringbone, houndstooth, tartan } from "../material/cloth.mjs";
import { art, ARTWORKS } from "../material/artwork.mjs";
import { cabled, striped } from "../material/knit.mjs";
import { BRASS, silk, wool, woollen } from "../material/finish.mjs";
import { plait } from "../shape/beanie.mjs";
import { linear } from "../material/palette.mjs";
import { place, slab } from "../shape/mesh.mjs";
import { drape, folded, fringe, hung, rolled, spread } from "../shape/scarf.mjs";
import { tube } from "../shape/solid.mjs";
import { facing, sweep, wall } from "../shape/studio.mjs";
import { colours } from "./colour.mjs";

const WEAVES = {
  herringbone: (c) => herringbone(c, { pitch: 0.24 }),
  houndstooth: (c) => houndstooth(c, { pitch: 0.26 }),
  tartan: ([a, b, line, pale]) =>
    tartan([
      [a, 18],
      [b, 14],
      [a, 4],
      [line, 2],
      [a, 4],
      [b, 8],
      [pale, 2],
      [b, 4],
    ]),
  cable: ([yarn]) => cabled(yarn, { plait, gauge: 0.7 }),
  "stripe-rib": ([a, b, pale]) =>
    striped([a, a, a, a, a, a, a, a, b, b, b, b, pale, pale, b, b, b, b], { gauge: 1 }),
};

const yarns = (names) => names.slice(0, 2).map(woollen);

const peg = () =>
  tube(
    [
      [0, -0.7, 0],
      [0, -0.7, 0.6],
      [0, -0.7, 0.7],
      [0, -0.7, 8.6],
      [0, -0.5, 9],
      [0, -0.5, 10],
    ],
    { radius: (t) => (t < 0.25 ? 1.7 : t > 0.7 ? 1.25 : 0.6), sides: 36, mat: BRASS },
  );

/** How each hangs: the lengths of its ends and which way they lean. */
const POSES = {
  herringbone: [
    [58, 46],
    [4, -7],
  ],
  tartan: [
    [52, 60],
    [-5, 6],
  ],
  houndstooth: [
    [58, 50],
    [-2, 6],
  ],
  cable: [
    [60, 42],
    [3, -6],
  ],
  "stripe-rib": [
    [62, 54],
    [-4, 5],
  ],
};

/** Hung on a peg, close, and folded or rolled in the second colour. */
export function scarf(drawing) {
  const [a, b] = colours(drawing);
  const knitted = drawing.weave === "cable" || drawing.weave === "stripe-rib";
  const cloth = wool(WEAVES[drawing.weave](a));
  const [drops, leans] = POSES[drawing.weave];
  const shape = {
    width: 32,
    drops,
    leans,
    pleats: knitted ? 2.2 : 2.8,
    seed: drawing.weave.length,
    thick: knitted ? 1.1 : 0.6,
    deep: knitted ? 1.9 : 1.7,
  };
  const fn = drape(shape);
  const tassels =
    drawing.weave === "houndstooth"
      ? []
      : [
          ...fringe(fn, { mat: yarns(a), count: knitted ? 15 : 24, thick: knitted ? 0.5 : 0.38 }),
          ...fringe(fn, {
            mat: yarns(a),
            row: 1,
            towards: 0.994,
            count: knitted ? 15 : 24,
            thick: knitted ? 0.5 : 0.34,
            seed: 9,
          }),
        ];
  const hanging = [...wall(), hung(shape, cloth), ...tassels, peg()];
  return [
    { meshes: hanging, ...facing({ at: [0, -30], frame: 84, side: 0.25 }) },
    { meshes: hanging, ...facing({ at: [3, -48], frame: 30, side: -0.6, rise: 0.3 }) },
    stack(drawing, { cloth: wool(WEAVES[drawing.weave](b ?? a)), tassel: yarns(b ?? a), knitted }),
  ];
}

function stack(drawing, { cloth, tassel, knitted }) {
  if (drawing.weave === "houndstooth" || drawing.weave === "stripe-rib") {
    const roll = rolled({ pile: knitted ? 1.6 : 1.15, turns: knitted ? 3.4 : 4.2 });
    const mesh = slab(roll.fn, {
      nu: 120,
      nv: 500,
      size: [26, roll.span],
      mat: cloth,
      thick: knitted ? 1.25 : 0.85,
    });
    return { meshes: [...sweep("stone"), mesh], eye: [95, 62, 120], at: [0, 4.5, 0], frame: 40 };
  }
  const pile = knitted ? 2.2 : 1.25;
  const fold = folded({ pile, layers: knitted ? 3 : 5 });
  const mesh = slab(fold.fn, { nu: 120, nv: 500, size: [30, fold.span], mat: cloth, thick: pile * 0.68 });
  const ends = fringe(fold.fn, {
    mat: tassel,
    row: 1,
    towards: 0.994,
    long: 5,
    count: knitted ? 16 : 26,
    droop: 0.8,
    thick: knitted ? 0.5 : 0.33,
  });
  return { meshes: [...sweep("stone"), mesh, ...ends], eye: [50, 80, 150], at: [0, 3, 1], frame: 45 };
}

/** The silk square: spread out with its creases, close at a corner, and hung. */
export async function square(drawing) {
  const cloth = silk({
    ...(await art(ARTWORKS[drawing.artwork](), { size: [90, 90], ink: 0, pixels: 1800 })),
  });
  const shape = {
    width: 90,
    drops: [62, 40],
    pleats: 4.2,
    seed: 6,
    open: 0.6,
    deep: 2.4,
    leans: [4, -8],
    thick: 0.14,
  };
  const flat = () =>
    hemmed(spread({ wide: 90, seed: 4 }), cloth).map((m) => place(m, { turns: [["z", 0.16]] }));
  return [
    { meshes: [...wall("paper"), ...flat()], ...facing({ at: [0, 0], frame: 136 }) },
    { meshes: [...wall("paper"), ...flat()], ...facing({ at: [24, -38], frame: 36, rise: -0.7, side: 0.4 }) },
    {
      meshes: [...wall("stone"), hung(shape, cloth), peg()],
      ...facing({ at: [-1, -28], frame: 92, side: 0.2 }),
    },
  ];
}

/** Silk with a plump rolled edge all round. */
function hemmed(fn, mat) {
  const edge = (t) => (t < 1 ? [t, 0] : t < 2 ? [1, t - 1] : t < 3 ? [3 - t, 1] : [0, 4 - t]);
  const path = Array.from({ length: 401 }, (_, i) => {
    const p = fn(...edge(i / 100));
    return [p[0], p[1], p[2] + 0.25];
  });
  const hem = tube(path, {
    radius: (t) => 0.42 + 0.05 * Math.sin(t * 900),
    sides: 10,
    mat: { ...mat, map: undefined, rgb: linear("rust") },
  });
  return [slab(fn, { nu: 300, nv: 300, size: [90, 90], mat, thick: 0.12 }), hem];
}
