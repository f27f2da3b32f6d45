import sharp from "sharp";
import { linear, PALETTE as C } from "./palette.mjs";
import { random } from "../core/random.mjs";
import { bake } from "../core/texture.mjs";

/** The prints themselves, as SVG, and how they become a texture. */

const PAPER = "#f3eee3";

/** Bakes an SVG drawn on a 600-wide page as the picture of a sheet measuring `size` cm. */
export async function art(svg, { size, ink = 0.01, repeat = false, pixels = 1200 }) {
  const { data, info } = await sharp(Buffer.from(svg), { density: (72 * pixels) / 600 })
    .flatten({ background: PAPER })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const table = Array.from(
    { length: 256 },
    (_, v) => linear(`#${v.toString(16).padStart(2, "0").repeat(3)}`)[0],
  );
  const { width: w, height: h } = info;
  const paint = (x, y) => {
    const k = (Math.floor(y * h) * w + Math.floor(x * w)) * 3;
    const rgb = [table[data[k]], table[data[k + 1]], table[data[k + 2]]];
    return { rgb, high: ink * (1 - (rgb[0] + rgb[1] + rgb[2]) / 3) };
  };
  return bake(paint, { pixels: [w, h], size, repeat, cavity: 0 });
}

const page = (h, body, defs = "") =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="${h}" viewBox="0 0 600 ${h}"><defs>${defs}</defs><rect width="600" height="${h}" fill="${PAPER}"/>${body}</svg>`;

/** Ink that missed a little: holes and worn edges, as a filter. */
const worn = (id, { seed = 3, holes = 0.24, rough = 3 } = {}) =>
  `<filter id="${id}" x="-5%" y="-5%" width="110%" height="110%"><feTurbulence type="fractalNoise" baseFrequency="0.9" numOctaves="3" seed="${seed}" result="n"/><feColorMatrix in="n" type="matrix" values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 -9 ${9 * (1 - holes)}" result="h"/><feDisplacementMap in="SourceGraphic" in2="n" scale="${rough}" xChannelSelector="R" yChannelSelector="G" result="d"/><feComposite in="d" in2="h" operator="in"/></filter>`;

/** The numerals of the shop, as strokes in a 60 x 100 box. */
export const DIGITS = {
  0: "M30 6C12 6 8 28 8 50S12 94 30 94 52 72 52 50 48 6 30 6Z",
  1: "M16 22 34 6V94",
  2: "M9 30C9 14 18 6 30 6S51 15 51 29C51 52 14 66 8 94H53",
  3: "M10 18C14 10 21 6 30 6 42 6 50 14 50 26S41 46 27 46C42 46 53 55 53 70S44 94 29 94C19 94 11 89 7 80",
  4: "M42 94V6L6 68H56",
  5: "M49 6H16L12 45C17 41 23 39 30 39 44 39 53 50 53 66S44 94 29 94C19 94 11 89 7 80",
  6: "M46 12C42 8 37 6 32 6 15 6 8 30 8 56 8 80 16 94 31 94S53 83 53 67 45 41 31 41 9 52 8 64",
  7: "M8 6H53C40 32 28 60 24 94",
  8: "M30 6C19 6 11 14 11 26S19 46 30 46 49 38 49 26 41 6 30 6ZM30 46C17 46 8 56 8 70S17 94 30 94 52 84 52 70 43 46 30 46Z",
  9: "M14 88C18 92 23 94 28 94 45 94 52 70 52 44 52 20 44 6 29 6S7 17 7 33 15 59 29 59 51 48 52 36",
};

/** A number as SVG paths, centred on (x, y) and `high` tall. */
export function numeral(text, { x, y, high, colour, weight = 11 }) {
  const k = high / 100;
  const wide = text.length * 74 - 14;
  return [...text]
    .map(
      (d, i) =>
        `<path transform="translate(${x + (i * 74 - wide / 2) * k} ${y - 50 * k}) scale(${k})" d="${DIGITS[d]}" fill="none" stroke="${colour}" stroke-width="${weight}" stroke-linecap="round" stroke-linejoin="round"/>`,
    )
    .join("");
}

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

const umbrellas = () => {
  const w = worn("w", { holes: 0.22, rough: 2.5 }) + worn("v", { seed: 9, holes: 0.24, rough: 2.5 });
  const all = [
    [170, 190, 132, 0.2, C.fog, "#a9bac4"],
    [410, 150, 108, 0.6, C.rust, "#c0724f"],
    [330, 350, 150, 0.1, C.marigold, "#e6b659"],
    [135, 450, 112, 0.4, C.ink, "#4a5468"],
    [462, 500, 122, 0.9, C.fog, "#a9bac4"],
    [250, 620, 138, 0.3, C.rust, "#c0724f"],
    [470, 710, 84, 0, C.ink, "#4a5468"],
  ];
  return page(
    800,
    all
      .map(([x, y, r, turn, a, b], i) => brolly({ x, y, r: r * 0.98, turn, a, b, id: i % 2 ? "v" : "w" }))
      .join(""),
    w,
  );
};

function fern() {
  const chance = random(11);
  const spine = (t) => [292 + 60 * Math.sin(t * 2.1 - 0.4), 672 - t * 590];
  const leaves = [];
  for (let k = 0; k < 21; k += 1) {
    const t = 0.12 + (k / 20) * 0.84;
    const [x, y] = spine(t);
    const long =
      205 * Math.sin(Math.PI * Math.min(1, 0.26 + (k / 20) * 0.72)) ** 0.9 * (0.93 + 0.14 * chance()) + 14;
    for (const side of [-1, 1])
      leaves.push(
        pinna({ x, y: y + side * 5, long, side, lean: 0.28 + 0.75 * (k / 20), pale: k === 8 && side > 0 }),
      );
  }
  const stem = `M${Array.from({ length: 30 }, (_, i) =>
    spine(i / 29)
      .map((c) => c.toFixed(1))
      .join(" "),
  ).join("L")}`;
  return page(
    750,
    `<g filter="url(#w)">${leaves.join("")}<path d="${stem}" fill="none" stroke="#3f4a2b" stroke-width="6" stroke-linecap="round"/></g>`,
    worn("w", { holes: 0.2, rough: 1.5 }),
  );
}

/** One side branch with its leaflets, each a pointed blade. */
function pinna({ x, y, long, side, lean, pale }) {
  const n = Math.max(5, Math.round(long / 11));
  const blades = [];
  for (let i = 0; i < n; i += 1) {
    const s = (i + 0.55) / n;
    const px = side * s * long;
    const r = Math.min(11.5, 0.12 * long) * (1 - s) ** 0.75 + 2.2;
    for (const up of [-1, 1])
      blades.push(
        `<path d="M${(px - 5 * side).toFixed(1)} 0Q${(px - 4 * side).toFixed(1)} ${(up * r * 0.9).toFixed(1)} ${(px + side * r * 0.45).toFixed(1)} ${(up * r).toFixed(1)}Q${(px + 8 * side).toFixed(1)} ${(up * r * 0.5).toFixed(1)} ${(px + 5.2 * side).toFixed(1)} 0Z"/>`,
      );
  }
  const colour = pale ? "#8f976b" : "#46522f";
  return `<g transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${((-side * lean * 180) / Math.PI).toFixed(1)})" fill="${colour}"><path d="M0 -2L${(side * long).toFixed(1)} 0L0 2Z"/>${blades.join("")}</g>`;
}

function nightbus() {
  const chance = random(5);
  const glow = (x, y, r, c, o) =>
    `<circle cx="${x}" cy="${y}" r="${r}" fill="${c}" opacity="${o}" filter="url(#b)"/><circle cx="${x}" cy="${y}" r="${(r * 0.42).toFixed(1)}" fill="${c}" opacity="${Math.min(1, o + 0.25)}" filter="url(#c)"/>`;
  const lamps = Array.from({ length: 15 }, () =>
    glow(
      Math.round(60 + chance() * 480),
      Math.round(330 + chance() * 290),
      Math.round(14 + chance() * 44),
      [C.marigold, C.rust, "#f0cf8f", C.rose][Math.floor(chance() * 4)],
      0.55 + chance() * 0.3,
    ),
  );
  const defs = `<linearGradient id="n" x2="0" y2="1"><stop stop-color="#141a28"/><stop offset=".38" stop-color="${C.ink}"/><stop offset=".62" stop-color="${C.plum}"/><stop offset=".8" stop-color="#3a2236"/><stop offset="1" stop-color="#131722"/></linearGradient><filter id="b" x="-100%" y="-100%" width="300%" height="300%"><feGaussianBlur stdDeviation="13"/></filter><filter id="c" x="-100%" y="-100%" width="300%" height="300%"><feGaussianBlur stdDeviation="3"/></filter><clipPath id="k"><rect x="60" y="70" width="480" height="620"/></clipPath>`;
  return page(
    800,
    `<g clip-path="url(#k)"><rect x="60" y="70" width="480" height="620" fill="url(#n)"/>${lamps.join("")}<rect x="60" y="640" width="480" height="50" fill="#0e121b"/><path d="M296 70V690" stroke="#0e121b" stroke-width="10"/></g>`,
    defs,
  );
}

const pear = () =>
  page(
    750,
    `<g filter="url(#w)"><rect x="80" y="90" width="440" height="570" fill="${C.oxblood}"/><path d="M80 500H520V660H80Z" fill="#4a141b"/></g><g filter="url(#v)"><ellipse cx="350" cy="548" rx="150" ry="24" fill="#33101a"/><path d="M296 210C330 208 348 246 352 290 358 340 412 372 412 450 412 524 360 560 296 560S182 524 182 450C182 372 236 340 242 290 246 246 264 212 296 210Z" fill="${C.marigold}"/><path d="M330 232C346 262 348 300 360 326 380 360 412 392 412 450 412 524 360 560 296 560 280 560 264 558 250 553 340 540 372 480 356 410 344 360 322 320 330 232Z" fill="${C.moss}"/><path d="M296 214C298 184 306 166 326 150" stroke="${PAPER}" stroke-width="9" fill="none" stroke-linecap="round"/><path d="M312 180C350 150 392 156 412 172 384 198 344 202 312 180Z" fill="${C.moss}"/></g><path d="M352 560 378 612H440V644H352Z" fill="${PAPER}"/><circle cx="371" cy="627" r="5" fill="${C.oxblood}"/>`,
    worn("w", { seed: 14, holes: 0.25, rough: 4 }) + worn("v", { seed: 5, holes: 0.22, rough: 3 }),
  );

const station = (x, y, r, c) =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${c}"/><circle cx="${x}" cy="${y}" r="${r * 0.62}" fill="none" stroke="${C.ink}" stroke-width="3"/>`;

function timetable() {
  const arcs = [
    [0, 0, 90, C.fog],
    [0, 0, 150, C.bone],
    [0, 0, 210, C.rust],
    [0, 0, 270, C.fog],
    [600, 600, 120, C.rust],
    [600, 600, 180, C.bone],
    [600, 600, 240, C.fog],
    [600, 0, 120, C.bone],
    [600, 0, 175, C.rust],
    [0, 600, 120, C.bone],
    [0, 600, 175, C.fog],
  ];
  const lines = arcs
    .map(
      ([x, y, r, c]) => `<circle cx="${x}" cy="${y}" r="${r}" fill="none" stroke="${c}" stroke-width="13"/>`,
    )
    .join("");
  const rails = [200, 240, 280, 320, 360, 400]
    .map(
      (p, i) =>
        `<path d="M60 ${p + 220 - 220}L540 ${p}" stroke="${i % 2 ? C.fog : C.bone}" stroke-width="${i % 3 ? 5 : 10}"/>`,
    )
    .join("");
  const stops = [
    [110, 240, C.bone],
    [190, 320, C.rust],
    [260, 280, C.bone],
    [352, 360, C.fog],
    [430, 240, C.bone],
    [488, 320, C.rust],
    [150, 400, C.bone],
    [400, 400, C.bone],
  ]
    .map(([x, y, c]) => station(x, y, 17, c))
    .join("");
  return page(
    600,
    `<rect width="600" height="600" fill="${C.ink}"/><rect x="46" y="46" width="508" height="508" fill="none" stroke="${C.fog}" stroke-width="6"/><g>${lines}</g>${rails}${stops}<circle cx="312" cy="200" r="52" fill="${C.marigold}"/><circle cx="312" cy="200" r="70" fill="none" stroke="${C.marigold}" stroke-width="4"/><rect x="9" y="9" width="582" height="582" fill="none" stroke="${C.rust}" stroke-width="18"/>`,
  );
}

/** Every artwork by name: an SVG page 600 wide. */
export const ARTWORKS = { tag, umbrellas, fern, nightbus, pear, timetable };
