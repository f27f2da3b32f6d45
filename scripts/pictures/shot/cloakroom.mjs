import { OAK } from "../material/finish.mjs";
import { linear } from "../material/palette.mjs";
import { hook, tag } from "../shape/hook.mjs";
import { place } from "../shape/mesh.mjs";
import { box } from "../shape/solid.mjs";
import { alongGrain, facing, shelf, wall } from "../shape/studio.mjs";
import { hanging, inStand, onShelf } from "./belongings.mjs";

/** The cloakroom itself, for the top of the home page: a shelf, a row of hooks, and what was left there. */

const HOOKS = [-30, -2, 26, 56, 84];
const BOARD = -15;
const FLOOR = -112;

/** Wide, with the left third free for words; tall, for phones; and small, for links. */
export async function cloakroom() {
  const meshes = [
    ...wall(),
    ...shelf({ deep: 27, thick: 2.6, wide: 190 }).map((m) => place(m, { to: [50, 0, 0] })),
    ...woodwork(),
    ...HOOKS.flatMap((x) => hook().map((m) => place(m, { to: [x, BOARD, 2.2] }))),
    ...(await tags()),
    ...hanging(HOOKS, BOARD),
    ...onShelf(),
    ...inStand(FLOOR),
  ];
  const seen = (at, frame) => ({ meshes, ...facing({ at, frame, far: 5 }) });
  return {
    hero: { ...seen([2, -37], 152), width: 2400, height: 1350 },
    "hero-tall": { ...seen([38, -40], 150), width: 1200, height: 1500 },
    opengraph: { ...seen([36, -29], 118), width: 1200, height: 630 },
  };
}

/** The board behind the hooks, and the skirting. */
function woodwork() {
  const board = box([95, 5.6, 1.1], { round: 0.25, at: [50, BOARD - 0.5, 1.1], mat: OAK });
  const paint = { rgb: linear("#cbc1b0"), ground: true };
  const skirting = box([250, 6, 0.9], { round: 0.3, at: [0, FLOOR + 6, 0.9], mat: paint });
  return [...board.map(alongGrain), ...skirting];
}

async function tags() {
  const all = await Promise.all(HOOKS.map((_, i) => tag(24 + i)));
  return all.flatMap((parts, i) => parts.map((m) => place(m, { to: [HOOKS[i] - 8.5, BOARD + 4.4, 2.2] })));
}
