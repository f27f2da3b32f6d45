import { BRASS, canvas, hide, linen, thread, waxed, webbing } from "../material/finish.mjs";
import { holdall as barrel, pouch, stitches, strap, tote as sack } from "../shape/bag.mjs";
import { folio as flatCase } from "../shape/case.mjs";
import { copy, place } from "../shape/mesh.mjs";
import { tube } from "../shape/solid.mjs";
import { facing, sweep, wall } from "../shape/studio.mjs";
import { curve } from "../core/vector.mjs";
import { colours } from "./colour.mjs";
import { art, numeral } from "../material/artwork.mjs";
import { diagonal } from "../material/cloth.mjs";
import { PALETTE } from "../material/palette.mjs";
import { patch } from "../shape/patch.mjs";

/** Canvas, with long handles. */
export function tote(drawing) {
  const build = ([cloth, tape]) => {
    const web = webbing(tape);
    return [
      sack({ mat: canvas(cloth) }),
      strap({ z: 5.35, y: 36.8, mat: web, foot: 9 }),
      strap({ z: -4.3, y: 37, mat: web, lean: 2.4, foot: 3 }),
      ...boxes(thread("bone")),
    ];
  };
  const [a, b] = colours(drawing);
  return [
    { meshes: [...sweep(), ...build(a)], eye: [60, 62, 190], at: [0, 29, 0], frame: 82 },
    { meshes: [...sweep(), ...build(a)], eye: [-30, 55, 150], at: [-5, 31, 5], frame: 26 },
    {
      meshes: [...sweep("stone"), ...build(b).map((m) => place(m, { turns: [["y", -0.9]] }))],
      eye: [60, 100, 180],
      at: [0, 28, 0],
      frame: 84,
    },
  ];
}

/** A box of stitches at each foot of the front strap. */
function boxes(mat) {
  return [-8.5, 8.5].flatMap((x) => {
    const path = [
      [x - 0.9, 28.3],
      [x + 0.9, 28.3],
      [x + 0.9, 31.2],
      [x - 0.9, 31.2],
      [x - 0.9, 28.3],
      [x + 0.9, 31.2],
    ].map(([a, b]) => [a, b, 5.76]);
    return path.slice(1).flatMap((p, i) => stitches([path[i], p], { mat }));
  });
}

/** Waxed canvas with leather. */
export function holdall(drawing) {
  const build = ([cloth, leather]) => {
    const skin = hide(leather);
    const body = barrel({ mat: waxed(cloth), endMat: waxed(cloth) });
    return [...body.meshes, ...fittings(body.at, skin)];
  };
  const [a, b] = colours(drawing);
  return [
    { meshes: [...sweep(), ...build(a)], eye: [75, 70, 180], at: [0, 15.5, 0], frame: 74 },
    { meshes: [...sweep(), ...build(a)], eye: [70, 80, 150], at: [10, 21, 9], frame: 26 },
    { meshes: [...sweep("stone"), ...build(b)], eye: [-120, 110, 130], at: [0, 14, 0], frame: 76 },
  ];
}

/** Straps round the body, rolled handles, a zip and its pull. */
function fittings(at, skin) {
  const straps = [-0.24, 0.24].map((x) => band(at, { x, wide: 3, mat: skin }));
  const handles = [1, -1].map((side) => {
    const foot = (x) => [x * 46, 19.5, side * 11.3];
    const path = curve(
      [
        foot(-0.24),
        [-11.4, 24.5, side * 11.6],
        [-8.5, 30 - (side < 0 ? 1 : 0), side * 8 + 1],
        [0, 32.4 - (side < 0 ? 1 : 0), side * 6 + 1],
        [8.5, 30 - (side < 0 ? 1 : 0), side * 8 + 1],
        [11.4, 24.5, side * 11.6],
        foot(0.24),
      ],
      80,
    );
    return tube(path, { radius: (t) => (t < 0.06 || t > 0.94 ? 0.65 : 0.95), sides: 24, mat: skin });
  });
  const rings = [1, -1].flatMap((side) =>
    [-0.24, 0.24].map((x) =>
      tube(
        [
          [x * 46, 19.2, side * 11.6],
          [x * 46, 20.6, side * 11.9],
        ],
        { radius: 1.15, sides: 24, mat: BRASS },
      ),
    ),
  );
  const zip = tube(
    Array.from({ length: 120 }, (_, i) => {
      const p = at(0.5, 0.03 + (i / 119) * 0.94);
      return [p[0], p[1] + 0.12, p[2]];
    }),
    { radius: (t) => 0.32 + 0.16 * (Math.sin(t * 460) > 0 ? 1 : 0), sides: 12, mat: BRASS },
  );
  const piping = [0.012, 0.988].map((v) =>
    tube(
      Array.from({ length: 161 }, (_, i) => at((i % 160) / 160, v)),
      { radius: 0.42, sides: 14, mat: skin, closed: true },
    ),
  );
  return [...straps, ...handles, ...rings, zip, ...piping];
}

function band(at, { x, wide, mat }) {
  const path = Array.from({ length: 90 }, (_, i) => {
    const p = at(0.135 + (i / 89) * 0.73, 0.5 + x);
    const c = [p[0], 12, 0];
    return p.map((v, d) => c[d] + (v - c[d]) * 1.012);
  });
  return tube(path, { radius: 0.26, flat: wide / 0.52, sides: 28, mat });
}

/** Linen on a cord. */
export async function drawstring(drawing) {
  const [[cloth, cord]] = colours(drawing);
  const rope = thread(cord);
  const ring = tube(
    Array.from({ length: 121 }, (_, i) => {
      const a = (i / 120) * Math.PI * 2;
      return [Math.sin(a) * 4.2, 27.6 + 0.15 * Math.sin(a * 9), Math.cos(a) * 3.2];
    }),
    { radius: (t, a) => 0.42 * (1 + 0.14 * Math.cos(a * 2 + t * 190)), sides: 14, mat: rope },
  );
  const ends = [
    [1.5, 1.1],
    [-0.8, 1.3],
  ].map(([x, k]) =>
    tube(
      curve(
        [
          [0.4, 27.4, 3.4],
          [x, 25.5, 5.2],
          [x * 1.6 * k, 20, 8.6],
          [x * 1.5 * k, 14.5, 11],
        ],
        60,
      ),
      {
        radius: (t, a) => (t > 0.93 ? 0.75 : 0.4) * (1 + 0.14 * Math.cos(a * 2 + t * 60)),
        sides: 14,
        mat: rope,
      },
    ),
  );
  const sack = pouch({ mat: linen(cloth) });
  const number = await art(label(drawing.number ?? "27"), { size: [8, 6], ink: -0.02, pixels: 500 });
  const tag = patch(sack, {
    x: -0.4,
    y: 9.4,
    wide: 8,
    tall: 6,
    mat: { map: number, reliefs: [diagonal("#ffffff", { pitch: 0.11, high: 0.25 })], fuzz: 0.3 },
  });
  const meshes = [sack, tag, ring, ...ends];
  return [
    { meshes: [...sweep(), ...meshes], eye: [35, 55, 180], at: [0, 18, 0], frame: 54 },
    { meshes: [...sweep(), ...meshes], eye: [35, 60, 150], at: [1, 26, 4], frame: 20 },
    {
      meshes: [...sweep("stone"), ...meshes.map((m) => place(copy(m), { turns: [["y", 0.9]] }))],
      eye: [-10, 95, 150],
      at: [0, 17, 0],
      frame: 56,
    },
  ];
}

/** A woven number with a border of running stitch. */
const label = (number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="450" viewBox="0 0 600 450"><rect width="600" height="450" fill="${PALETTE.bone}"/><rect x="34" y="34" width="532" height="382" fill="none" stroke="${PALETTE.oxblood}" stroke-width="9" stroke-dasharray="30 18"/>${numeral(number, { x: 300, y: 225, high: 220, colour: PALETTE.oxblood, weight: 13 })}</svg>`;

/** Bridle leather, lying flat. */
export function folio(drawing) {
  const build = ([leather]) =>
    flatCase({
      mat: hide(leather, 12),
      edge: hide(leather === "cocoa" ? "#4a2f21" : "#54161e", 12),
      stitch: thread("oat"),
      brass: BRASS,
    });
  const [a, b] = colours(drawing);
  const tilt = (angle) => (m) => place(m, { turns: [["z", angle]] });
  return [
    { meshes: [...wall("paper"), ...build(a).map(tilt(0.12))], ...facing({ at: [0, 0], frame: 50 }) },
    {
      meshes: [...wall("paper"), ...build(a).map(tilt(0.12))],
      ...facing({ at: [2, -4], frame: 17, rise: -1, side: 0.6 }),
    },
    {
      meshes: [...wall("mist"), ...build(b).map(tilt(-0.35))],
      ...facing({ at: [0, 0], frame: 54, rise: -1.4 }),
    },
  ];
}
