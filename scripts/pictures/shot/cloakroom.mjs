import { herringbone, plain, tartan } from "../material/cloth.mjs";
import {
  ASH,
  BAMBOO,
  BARK,
  BRASS,
  brolly,
  canvas,
  CHERRY,
  felted,
  GUNMETAL,
  OAK,
  ribbon,
  STEEL,
  thread,
  webbing,
  wool,
  woollen,
} from "../material/finish.mjs";
import { cabled, stocking } from "../material/knit.mjs";
import { linear } from "../material/palette.mjs";
import { beanie, bobble, plait } from "../shape/beanie.mjs";
import { furled, strap as tie } from "../shape/canopy.mjs";
import { coat } from "../shape/coat.mjs";
import { bamboo, collar, stick } from "../shape/handle.mjs";
import { band, fedora, fedoraCrown } from "../shape/hat.mjs";
import { hook, stand, tag } from "../shape/hook.mjs";
import { place, slab } from "../shape/mesh.mjs";
import { drape, folded, fringe, hung } from "../shape/scarf.mjs";
import { box, tube } from "../shape/solid.mjs";
import { facing, shelf, wall } from "../shape/studio.mjs";
import { strap, tote } from "../shape/bag.mjs";

/** The cloakroom itself, for the top of the home page: a shelf, a row of hooks, what was left there, and the stand. */

const HOOKS = [-30, -2, 26, 56, 84];
const SHELF = 0;
const BOARD = -15;
const FLOOR = -112;

/** Wide, with the left third free for words; and tall, for phones. */
export async function hero() {
  const meshes = await room();
  return {
    hero: { meshes, ...facing({ at: [2, -37], frame: 152, far: 5 }), width: 2400, height: 1350 },
    "hero-tall": { meshes, ...facing({ at: [38, -40], frame: 150, far: 5 }), width: 1200, height: 1500 },
    opengraph: { meshes, ...facing({ at: [36, -32], frame: 112, far: 5 }), width: 1200, height: 630 },
  };
}

async function room() {
  const tags = await Promise.all(
    HOOKS.map((x, i) =>
      tag(24 + i).then((parts) => parts.map((m) => place(m, { to: [x - 8.5, BOARD + 4.4, 2.2] }))),
    ),
  );
  return [
    ...wall(),
    ...shelf({ top: SHELF, deep: 27, thick: 2.6, wide: 190 }).map(shift(50)),
    ...board(),
    ...HOOKS.flatMap((x) => hook().map((m) => place(m, { to: [x, BOARD, 2.2] }))),
    ...tags.flat(),
    ...hanging(),
    ...above(),
    ...umbrellas(),
  ];
}

const shift =
  (x, y = 0, z = 0) =>
  (mesh) =>
    place(mesh, { to: [x, y, z] });

function board() {
  const mat = { ...OAK };
  const rail = box([95, 5.6, 1.1], { round: 0.25, at: [50, BOARD - 0.5, 1.1], mat }).map((m) => {
    for (let i = 0; i < m.uv.length; i += 2) [m.uv[i], m.uv[i + 1]] = [m.uv[i + 1], m.uv[i]];
    return m;
  });
  const skirting = box([250, 6, 0.9], {
    round: 0.3,
    at: [0, FLOOR + 6, 0.9],
    mat: { rgb: linear("#cbc1b0"), ground: true },
  });
  return [...rail, ...skirting];
}

function hanging() {
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
  const plaid = wool(sett(["moss", "ink", "marigold", "bone"]));
  const cable = wool(cabled("bone", { plait, gauge: 0.7 }));
  const one = { width: 30, drops: [66, 54], pleats: 2.8, seed: 6, thick: 0.6 };
  const two = { width: 28, drops: [60, 68], pleats: 2.2, seed: 11, thick: 1.1, deep: 1.9, leans: [-4, 5] };
  const tassels = (shape, mat, count) => [
    ...fringe(drape(shape), { mat, count }),
    ...fringe(drape(shape), { mat, count, row: 1, towards: 0.994, seed: 9 }),
  ];
  const overcoat = coat({
    cloth: wool(herringbone(["#3a332f", "#54483d"], { pitch: 0.2 })),
    inside: ribbon("oxblood"),
    horn: { rgb: linear("#2a1d15"), shine: 0.05, rough: 0.3 },
    wood: ASH,
    metal: STEEL,
  });
  return [
    ...[hung(one, plaid), ...tassels(one, ["moss", "ink"].map(woollen), 22)].map(
      shift(HOOKS[1], BOARD + 2.2, 3),
    ),
    ...overcoat.map((m) => place(m, { scale: 0.88, to: [HOOKS[2], BOARD + 1.6, 1] })),
    ...[hung(two, cable), ...tassels(two, [woollen("bone")], 15)].map(shift(HOOKS[3] + 3, BOARD + 2.2, 3)),
    ...bag().map(shift(HOOKS[4], BOARD + 2 - 61, 10)),
  ];
}

function bag() {
  const web = webbing("cocoa");
  return [
    tote({ mat: canvas("rust"), deep: 4 }),
    strap({ z: 3.6, y: 36.8, mat: web, foot: 9, x: 6, high: 25 }),
    strap({ z: -2.4, y: 37, mat: web, foot: 3, x: 6, high: 24.5 }),
  ];
}

function above() {
  const felt = [fedora(felted("cocoa")), band({ mat: ribbon("ink"), fit: fedoraCrown })].map((m) =>
    place(m, { turns: [["y", 0.4]], to: [-4, SHELF, 14] }),
  );
  const ribbed = wool(stocking("marigold", { gauge: 60.5 / 44, stitches: [1, 8] }));
  const knit = beanie({ mat: ribbed }).map(shift(84, SHELF, 14));
  const fold = folded({ wide: 30, deep: 20, layers: 5, pile: 1.5 });
  const blue = wool(plain("fog", "bone", { pitch: 0.24, slub: 0.08, n: 32 }));
  const pile = [
    slab(fold.fn, { nu: 100, nv: 400, size: [30, fold.span], mat: blue, thick: 1 }),
    ...fringe(fold.fn, { mat: woollen("fog"), row: 1, towards: 0.994, long: 4 }),
  ].map(shift(37, SHELF, 14));
  const yarn = wool(cabled("oxblood", { gauge: 60.5 / 88, plait }));
  const hat = [
    ...beanie({
      mat: yarn,
      cuffMat: wool(stocking("oxblood", { gauge: 60.5 / 44, stitches: [1, 8] })),
      relief: () => 0.1,
    }),
    ...bobble({ at: [0.6, 21.6, 0], mat: thread("oxblood") }),
  ].map(shift(37, SHELF + 7.6, 14));
  return [...felt, ...knit, ...pile, ...hat];
}

function umbrellas() {
  const one = (cloth, handle, { lean, at, turn }) =>
    [
      furled({ low: 23, top: 84, mat: brolly(cloth, 0) }),
      ...tie({ y: 38, radius: 3.6, mat: brolly(cloth, 0), metal: BRASS }),
      tube(
        [
          [0, 84, 0],
          [0, 12, 0],
        ],
        { radius: 0.75, sides: 20, mat: GUNMETAL },
      ),
      handle(16),
      collar({ y: 16, mat: BRASS }),
    ].map((m) =>
      place(m, {
        turns: [
          ["z", Math.PI],
          ["y", turn],
          ["z", lean],
        ],
        to: [at[0], at[1] + 92, at[2]],
      }),
    );
  const vase = stand({ mat: { rgb: linear("teal"), shine: 0.06, rough: 0.22 } });
  return [
    place(vase, { to: [116, FLOOR, 22] }),
    ...one("ink", (y) => bamboo({ y, mat: BAMBOO }), { lean: 0.1, at: [117, FLOOR, 22], turn: 0.4 }),
    ...one("marigold", (y) => stick({ y, mat: BARK, bark: 0.13 }), {
      lean: -0.09,
      at: [113, FLOOR - 3, 25],
      turn: 2.6,
    }),
    ...one("plum", (y) => stick({ y, mat: CHERRY }), { lean: -0.01, at: [115, FLOOR - 1, 17], turn: -0.6 }),
  ];
}
