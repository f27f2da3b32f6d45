import { random } from "../core/random.mjs";
import { page, PAPER, worn } from "./artwork.mjs";
import { fern } from "./fern.mjs";
import { numeral } from "./numeral.mjs";
import { PALETTE as C } from "./palette.mjs";
import { timetable } from "./timetable.mjs";

/** The prints themselves, as SVG pages 600 wide. */

/** "Tag No. 27": three screens, the last one brass. */
const tag = () =>
  page(
    800,
    `<g filter="url(#w)"><rect x="70" y="80" width="460" height="640" fill="${C.teal}"/></g><g filter="url(#v)"><circle cx="300" cy="430" r="190" fill="${C.brass}"/><path d="M235 262a65 65 0 0 1 130 0z" fill="${C.brass}"/></g><circle cx="300" cy="262" r="24" fill="${C.teal}"/><path d="M300 262C300 170 330 120 392 80" stroke="${PAPER}" stroke-width="5" fill="none"/><circle cx="300" cy="430" r="166" fill="none" stroke="${C.teal}" stroke-width="4"/>${numeral("27", { x: 300, y: 432, high: 170, colour: C.teal, weight: 13 })}`,
    worn("w", { holes: 0.25 }) + worn("v", { seed: 8, holes: 0.23, rough: 2 }),
  );

function brolly({ x, y, r, turn, a, b, id }) {
  const n = 8;
  const at = (k, rr) => {
    const t = (k / n) * 2 * Math.PI + turn;
    return `${(x + Math.cos(t) * rr).toFixed(1)} ${(y + Math.sin(t) * rr).toFixed(1)}`;
  };
  const petals = Array.from(
    { length: n },
    (_, k) =>
      `<path d="M${x} ${y}L${at(k, r)}Q${at(k + 0.5, r * 0.84)} ${at(k + 1, r)}Z" fill="${k % 2 ? a : b}"/>`,
  ).join("");
  return `<g filter="url(#${id})" style="mix-blend-mode:multiply">${petals}<circle cx="${x}" cy="${y}" r="7" fill="${C.ink}"/></g>`;
}

const STAND = [
  { x: 170, y: 190, r: 132, turn: 0.2, a: C.fog, b: "#a9bac4" },
  { x: 410, y: 150, r: 108, turn: 0.6, a: C.rust, b: "#c0724f" },
  { x: 330, y: 350, r: 150, turn: 0.1, a: C.marigold, b: "#e6b659" },
  { x: 135, y: 450, r: 112, turn: 0.4, a: C.ink, b: "#4a5468" },
  { x: 462, y: 500, r: 122, turn: 0.9, a: C.fog, b: "#a9bac4" },
  { x: 250, y: 620, r: 138, turn: 0.3, a: C.rust, b: "#c0724f" },
  { x: 470, y: 710, r: 84, turn: 0, a: C.ink, b: "#4a5468" },
];

/** "Umbrella Stand, from Above": four inks, each a little out of register. */
function umbrellas() {
  const inks = worn("w", { holes: 0.22, rough: 2.5 }) + worn("v", { seed: 9, holes: 0.24, rough: 2.5 });
  const all = STAND.map((one, i) => brolly({ ...one, r: one.r * 0.98, id: i % 2 ? "v" : "w" }));
  return page(800, all.join(""), inks);
}

/** "Night Bus, Upper Deck": lights behind a steamed window. */
function nightbus() {
  const chance = random(5);
  const lamps = Array.from({ length: 15 }, () =>
    lamp({
      x: Math.round(60 + chance() * 480),
      y: Math.round(330 + chance() * 290),
      r: Math.round(14 + chance() * 44),
      colour: [C.marigold, C.rust, "#f0cf8f", C.rose][Math.floor(chance() * 4)],
      strength: 0.55 + chance() * 0.3,
    }),
  );
  const glass = `<rect x="60" y="70" width="480" height="620" fill="url(#n)"/>`;
  const sill = `<rect x="60" y="640" width="480" height="50" fill="#0e121b"/><path d="M296 70V690" stroke="#0e121b" stroke-width="10"/>`;
  return page(800, `<g clip-path="url(#k)">${glass}${lamps.join("")}${sill}</g>`, night());
}

/** A wide soft glow and a sharper one inside it. */
const lamp = ({ x, y, r, colour, strength }) =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${colour}" opacity="${strength}" filter="url(#b)"/><circle cx="${x}" cy="${y}" r="${(r * 0.42).toFixed(1)}" fill="${colour}" opacity="${Math.min(1, strength + 0.25)}" filter="url(#c)"/>`;

function night() {
  const stops = { 0: "#141a28", ".38": C.ink, ".62": C.plum, ".8": "#3a2236", 1: "#131722" };
  const shades = Object.entries(stops)
    .toSorted(([a], [b]) => a - b)
    .map(([at, colour]) => `<stop offset="${at}" stop-color="${colour}"/>`);
  const blur = (id, size) =>
    `<filter id="${id}" x="-100%" y="-100%" width="300%" height="300%"><feGaussianBlur stdDeviation="${size}"/></filter>`;
  const frame = `<clipPath id="k"><rect x="60" y="70" width="480" height="620"/></clipPath>`;
  return `<linearGradient id="n" x2="0" y2="1">${shades.join("")}</linearGradient>${blur("b", 13)}${blur("c", 3)}${frame}`;
}

/** "Pear, Unclaimed": a woodcut in three blocks, with its ticket. */
const pear = () =>
  page(
    750,
    `<g filter="url(#w)"><rect x="80" y="90" width="440" height="570" fill="${C.oxblood}"/><path d="M80 500H520V660H80Z" fill="#4a141b"/></g><g filter="url(#v)"><ellipse cx="350" cy="548" rx="150" ry="24" fill="#33101a"/><path d="M296 210C330 208 348 246 352 290 358 340 412 372 412 450 412 524 360 560 296 560S182 524 182 450C182 372 236 340 242 290 246 246 264 212 296 210Z" fill="${C.marigold}"/><path d="M330 232C346 262 348 300 360 326 380 360 412 392 412 450 412 524 360 560 296 560 280 560 264 558 250 553 340 540 372 480 356 410 344 360 322 320 330 232Z" fill="${C.moss}"/><path d="M296 214C298 184 306 166 326 150" stroke="${PAPER}" stroke-width="9" fill="none" stroke-linecap="round"/><path d="M312 180C350 150 392 156 412 172 384 198 344 202 312 180Z" fill="${C.moss}"/></g><path d="M322 168C430 140 486 300 452 470" stroke="${PAPER}" stroke-width="4" fill="none"/><g transform="translate(452 466) rotate(9)"><path d="M-32 20 0 -8 32 20V108H-32Z" fill="${PAPER}"/><circle cy="16" r="7" fill="${C.oxblood}"/>${numeral("9", { x: 0, y: 66, high: 52, colour: C.oxblood, weight: 13 })}</g>`,
    worn("w", { seed: 14, holes: 0.25, rough: 4 }) + worn("v", { seed: 5, holes: 0.22, rough: 3 }),
  );

/** Every artwork by name. */
export const EDITIONS = { tag, umbrellas, fern, nightbus, pear, timetable };
