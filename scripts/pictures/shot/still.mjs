import { herringbone, tartan } from "../material/cloth.mjs";
import { art, ARTWORKS } from "../material/artwork.mjs";
import {
  BAMBOO,
  BARK,
  BRASS,
  brolly,
  CHERRY,
  felted,
  GUNMETAL,
  hide,
  OAK,
  ribbon,
  STEEL,
  thread,
  waxed,
  wool,
  woollen,
} from "../material/finish.mjs";
import { cabled, chart, stocking } from "../material/knit.mjs";
import { beanie, bobble, plait } from "../shape/beanie.mjs";
import { frame, furled, open, strap as tie } from "../shape/canopy.mjs";
import { folio } from "../shape/case.mjs";
import { mitten } from "../shape/glove.mjs";
import { bamboo, collar, stick } from "../shape/handle.mjs";
import { band, bucket, fedora, fedoraCrown } from "../shape/hat.mjs";
import { place, slab } from "../shape/mesh.mjs";
import { framed } from "../shape/panel.mjs";
import { folded, fringe, rolled } from "../shape/scarf.mjs";
import { tube } from "../shape/solid.mjs";
import { facing, shelf, sweep, wall } from "../shape/studio.mjs";
import { FLAKES } from "./glove.mjs";

/** One still life for each collection. */

const at =
  (to, turns = [], scale = 1) =>
  (mesh) =>
    place(mesh, { turns, to, scale });
const sett = ([a, b, line, pale]) =>
  tartan([
    [a, 18],
    [b, 14],
    [a, 4],
    [line, 2],
    [a, 4],
    [b, 8],
    [pale, 2],
    [b, 4],
  ]);

function pile(cloth, tassel, { wide = 34, deep = 25, layers = 5, thickness = 1.3, seed }) {
  const fold = folded({ wide, deep, layers, pile: thickness, seed });
  return [
    slab(fold.fn, { nu: 120, nv: 500, size: [wide, fold.span], mat: cloth, thick: thickness * 0.68 }),
    ...fringe(fold.fn, { mat: tassel, row: 1, towards: 0.994, long: 5, droop: 0.8, count: 26, seed }),
  ];
}

/** Wool, in a heap that somebody meant to be tidy. */
function firstFrost() {
  const cable = wool(cabled("bone", { plait, gauge: 0.7 }));
  const cap = wool(cabled("rust", { gauge: 60.5 / 88, plait }));
  const rib = wool(stocking("rust", { gauge: 60.5 / 44, stitches: [1, 8] }));
  const snow = wool(chart(FLAKES, { r: "fog", b: "bone" }, { gauge: 0.58, grain: 24 }));
  const cuff = wool(stocking("fog", { gauge: 0.82, stitches: [1, 8] }));
  const roll = rolled({ wide: 24, turns: 3.6, pile: 1.15 });
  const lying = (m, k) =>
    place(m, {
      turns: [
        ["z", k ? -0.5 : 0.35],
        ["x", -Math.PI / 2],
      ],
      to: [k ? 28 : 17, k ? 1.1 : 0.1, k ? 27 : 22],
    });
  return {
    meshes: [
      ...sweep("stone"),
      ...pile(wool(sett(["moss", "ink", "marigold", "bone"])), woollen("moss"), { seed: 3 }).map(
        at([-6, 0, 0], [["y", 0.1]]),
      ),
      ...pile(cable, woollen("bone"), { wide: 31, layers: 3, thickness: 2.2, seed: 5 }).map(
        at([-6, 7, 0], [["y", -0.12]]),
      ),
      ...[
        ...beanie({ mat: cap, cuffMat: rib, relief: () => 0.1 }),
        ...bobble({ at: [0.6, 21.6, 0], mat: thread("rust") }),
      ].map(at([-6, 13.6, 0])),
      slab(roll.fn, {
        nu: 110,
        nv: 460,
        size: [24, roll.span],
        mat: wool(herringbone(["oxblood", "rose"], { pitch: 0.22 })),
        thick: 0.85,
      }),
    ]
      .map((m, i, all) => (i === all.length - 1 ? place(m, { turns: [["y", 0.75]], to: [-33, 0, 14] }) : m))
      .concat(
        mitten({ mat: snow, cuffMat: cuff }).map((m) => lying(m, 0)),
        mitten({ mat: snow, cuffMat: cuff, seed: 3 }).map((m) => lying(m, 1)),
      ),
    eye: [30, 60, 180],
    at: [-3, 14.5, 4],
    frame: 72,
  };
}

/** Rain just over: one umbrella drying open, others shut, and the bag that came with them. */
function cityRain() {
  const drying = ({ cloth, ribs = 8, handle, shaft }) => [
    ...open({ ribs, mats: cloth.map((n) => brolly(n)) }),
    ...frame({ ribs, metal: STEEL }),
    tube(
      [
        [0, 20, 0],
        [0, 0, 0],
        [0, -46, 0],
      ],
      { radius: 0.75, sides: 24, mat: shaft },
    ),
    handle(-44),
    collar({ y: -44, mat: BRASS }),
  ];
  const shut = (cloth, handle) => [
    furled({ low: 23, top: 84, mat: brolly(cloth, 0) }),
    ...tie({ y: 38, radius: 3.6, mat: brolly(cloth, 0), metal: BRASS }),
    tube(
      [
        [0, 92, 0],
        [0, 84, 0],
        [0, 12, 0],
      ],
      { radius: 0.75, sides: 20, mat: GUNMETAL },
    ),
    handle(16),
    collar({ y: 16, mat: BRASS }),
  ];
  const leaning = (lean, to) => (m) =>
    place(m, {
      turns: [
        ["z", Math.PI],
        ["y", 0.5],
        ["z", lean],
        ["x", -0.24],
      ],
      to,
    });
  return {
    meshes: [
      ...sweep("stone", { deep: 40, round: 14 }),
      ...drying({ cloth: ["marigold"], handle: (y) => bamboo({ y, mat: BAMBOO }), shaft: STEEL }).map((m) =>
        place(m, {
          turns: [
            ["z", 0.35],
            ["x", 1.12],
            ["y", -0.55],
          ],
          to: [-30, 34, -4],
        }),
      ),
      ...shut("ink", (y) => stick({ y, mat: CHERRY })).map(leaning(0.1, [46, 89.5, -14])),
      ...shut("teal", (y) => stick({ y, mat: BARK, bark: 0.13 })).map(leaning(-0.05, [60, 89.5, -16])),
      ...bucket(waxed("moss"), thread("moss", 0.55)).map((m) =>
        place(m, { turns: [["y", 0.6]], to: [22, 0, 26] }),
      ),
    ],
    eye: [20, 75, 240],
    at: [2, 42, 0],
    frame: 116,
  };
}

/** What the people behind the counter keep. */
async function attendantsShelf() {
  const picture = await art(ARTWORKS.tag(), { size: [30, 40] });
  const print = framed({ art: picture, wide: 30, tall: 40, timber: OAK }).map((m) =>
    place(m, { turns: [["x", -0.06]], to: [-30, 0, 4] }),
  );
  const felt = [fedora(felted("cocoa")), band({ mat: ribbon("ink"), fit: fedoraCrown })].map(
    at([24, 12.2, 15], [["y", -0.4]]),
  );
  const cloth = wool(herringbone(["oat", "cocoa"], { pitch: 0.24 }));
  const first = pile(cloth, [woollen("oat"), woollen("cocoa")], {
    wide: 34,
    deep: 22,
    layers: 5,
    thickness: 1.25,
    seed: 3,
  }).map(at([24, 0, 14.5]));
  const second = pile(wool(herringbone(["oxblood", "rose"], { pitch: 0.24 })), woollen("oxblood"), {
    wide: 32,
    deep: 21,
    layers: 5,
    thickness: 1.15,
    seed: 8,
  }).map(at([24, 6.3, 14.5], [["y", 0.06]]));
  const leather = folio({
    mat: hide("cocoa", 12),
    edge: hide("#4a2f21", 12),
    stitch: thread("oat"),
    brass: BRASS,
  }).map((m) => place(m, { turns: [["x", -0.16]], to: [62, 13.6, 4.5] }));
  return {
    meshes: [
      ...wall(),
      ...shelf({ deep: 30, thick: 26, wide: 360 }),
      ...print,
      ...first,
      ...second,
      ...felt,
      ...leather,
    ],
    ...facing({ at: [8, 20.5], frame: 82, rise: 0.25, side: -0.12 }),
  };
}

/** Handle to shot, 1200 x 900 each. */
export async function collections() {
  const size = { width: 1200, height: 900 };
  return {
    "first-frost": { ...firstFrost(), ...size },
    "city-rain": { ...cityRain(), ...size },
    "the-attendants-shelf": { ...(await attendantsShelf()), ...size },
  };
}
