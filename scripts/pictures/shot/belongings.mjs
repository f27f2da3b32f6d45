import { herringbone, tartan } from "../material/cloth.mjs";
import * as finish from "../material/finish.mjs";
import { cabled } from "../material/knit.mjs";
import { linear } from "../material/palette.mjs";
import { fringe } from "../shape/fringe.mjs";
import { bamboo, stick } from "../shape/handle.mjs";
import { band, fedora, fedoraCrown } from "../shape/hat.mjs";
import { stand } from "../shape/hook.mjs";
import { place } from "../shape/mesh.mjs";
import { drape, hung } from "../shape/scarf.mjs";
import { strap, tote } from "../shape/tote.mjs";
import { shut } from "../shape/umbrella.mjs";
import { bobbleHat, pile, ribbedCap } from "./woollens.mjs";

/** What people left in the cloakroom: only things that the shop sells, in its colours. */

const { BAMBOO, BARK, CHERRY, GUNMETAL, wool, woollen } = finish;
const put = (meshes, to) => meshes.map((m) => place(m, { to }));

/** On the hooks: the first stays empty. */
export const hanging = ([, first, second, third, fourth], board) => [
  ...put(plaidScarf(), [first, board + 2.2, 3]),
  ...put(herringboneScarf(), [second, board + 2.2, 3]),
  ...put(cableScarf(), [third + 3, board + 2.2, 3]),
  ...put(bag(), [fourth, board - 59, 10]),
];

function plaidScarf() {
  const shape = { width: 30, drops: [66, 54], leans: [4, -7], pleats: 2.8, seed: 6, thick: 0.6 };
  const cloth = wool(tartan(["moss", "ink", "marigold", "bone"]));
  return scarf({ shape, cloth, mat: ["moss", "ink"].map(woollen), count: 22 });
}

function cableScarf() {
  const shape = { width: 28, drops: [60, 68], leans: [-4, 5], pleats: 2.2, seed: 11, thick: 0.75, deep: 1.9 };
  return scarf({ shape, cloth: wool(cabled("bone", { gauge: 0.7 })), mat: woollen("bone"), count: 15 });
}

function scarf({ shape, cloth, mat, count }) {
  const fn = drape(shape);
  return [
    hung(shape, cloth),
    ...fringe(fn, { mat, count }),
    ...fringe(fn, { mat, count, row: 1, towards: 0.994, seed: 9 }),
  ];
}

function herringboneScarf() {
  const shape = { width: 32, drops: [58, 72], leans: [5, -6], pleats: 2.8, seed: 8, thick: 0.6 };
  const cloth = wool(herringbone(["oat", "cocoa"], { pitch: 0.24 }));
  return scarf({ shape, cloth, mat: ["oat", "cocoa"].map(woollen), count: 22 });
}

function bag() {
  const web = finish.webbing("bone");
  return [
    tote({ mat: finish.canvas("rust"), deep: 4 }),
    strap({ z: 3.6, y: 36.8, mat: web, foot: 9, x: 6, high: 25 }),
    strap({ z: -2.4, y: 37, mat: web, foot: 3, x: 6, high: 24.5 }),
  ];
}

/** On the shelf, which is at y = 0. */
export function onShelf() {
  const felt = [fedora(finish.felted("cocoa")), band({ mat: finish.ribbon("ink"), fit: fedoraCrown })];
  const cloth = wool(herringbone(["ink", "fog"], { pitch: 0.24 }));
  const fold = pile({
    cloth,
    tassel: ["ink", "fog"].map(woollen),
    wide: 30,
    deep: 20,
    thickness: 1.5,
    seed: 3,
  });
  return [
    ...felt.map((m) => place(m, { turns: ["y", 0.4], to: [-4, 0, 14] })),
    ...put(ribbedCap("marigold"), [84, 0, 14]),
    ...put(fold, [37, 0, 14]),
    ...put(bobbleHat("rust"), [37, 7.6, 14]),
  ];
}

/** By the door, handles up. */
export function inStand(floor) {
  const vase = stand({ rgb: linear("teal"), shine: 0.06, rough: 0.22 });
  const one = ({ name, handle, lean, turn, at: [x, y, z] }) =>
    shut({ name, handle, fat: 3.5, shaft: GUNMETAL, metal: GUNMETAL }).map((m) =>
      place(m, { turns: ["zyz", Math.PI, turn, lean], to: [x, floor + 92 + y, z] }),
    );
  const whangee = (y) => bamboo({ y, mat: BAMBOO });
  const rough = (y) => stick({ y, mat: BARK, bark: 0.13 });
  const cherry = (y) => stick({ y, mat: CHERRY });
  return [
    place(vase, { to: [116, floor, 22] }),
    ...one({ name: "ink", handle: whangee, lean: 0.1, turn: 0.4, at: [117, 0, 22] }),
    ...one({ name: "marigold", handle: rough, lean: -0.09, turn: 2.6, at: [113, -3, 25] }),
    ...one({ name: "rust", handle: cherry, lean: -0.01, turn: -0.6, at: [115, -1, 17] }),
  ];
}
