import { herringbone } from "../material/cloth.mjs";
import { felted, ribbon, thread, waxed, wool } from "../material/finish.mjs";
import { crown, peak } from "../shape/cap.mjs";
import { band, bow, bucket as pail, cloche as bell, fedora as trilby, fedoraCrown } from "../shape/hat.mjs";
import { place } from "../shape/mesh.mjs";
import { sweep } from "../shape/studio.mjs";
import { colours } from "./colour.mjs";
import { bobbleHat, ribbedCap } from "./woollens.mjs";

const front = { eye: [46, 48, 150], at: [0, 5.5, 0], frame: 46 };
const close = { eye: [30, 46, 120], at: [4.5, 5.5, 7], frame: 17 };
const other = { eye: [-78, 92, 120], at: [0, 5.5, 0], frame: 43 };

const views = (build, [a, b]) => [
  { meshes: [...sweep("plaster"), ...build(a)], ...front },
  { meshes: [...sweep("plaster"), ...build(a)], ...close },
  { meshes: [...sweep("stone"), ...build(b ?? a)], ...other },
];

/** Felt with a ribbon and a flat bow on the left. */
export function fedora(drawing) {
  const build = ([felt, tape]) => {
    const mat = ribbon(tape);
    const tied = bow({ mat }).map((m) => place(m, { turns: ["y", Math.PI / 2], to: [8.15, 3.7, 0.5] }));
    return [trilby(felted(felt)), band({ mat, fit: fedoraCrown }), ...tied].map((m) =>
      place(m, { turns: ["y", -0.35] }),
    );
  };
  return views(build, colours(drawing));
}

/** A bell of felt with a folded ribbon. */
export function cloche(drawing) {
  const build = ([felt, tape]) => [
    bell(felted(felt)),
    band({ mat: ribbon(tape), low: 4.4, high: 7.2, radius: [9.34, 9.04] }),
  ];
  return views(build, colours(drawing)).map((shot) => ({ ...shot, at: [shot.at[0], 6.5, shot.at[2]] }));
}

/** Waxed cotton, soft. */
export function bucket(drawing) {
  return views(([cotton]) => pail(waxed(cotton), thread(cotton, 0.68)), colours(drawing));
}

/** A tweed cap. */
export function cap(drawing) {
  const tweed = wool(herringbone(drawing.colours["*"], { pitch: 0.17, ends: 8 }));
  const build = () => [crown(tweed), peak(tweed)];
  return views(build, [0]).map((shot, i) => ({
    ...shot,
    at: [shot.at[0], 3.5, shot.at[2] + (i === 0 ? 2 : 0)],
    frame: [42, 16, 42][i],
  }));
}

/** A ribbed cap, or a cabled one with a bobble. */
export function beanie(drawing) {
  const build = ([yarn]) => (drawing.bobble ? bobbleHat(yarn) : ribbedCap(yarn));
  const [a, b] = colours(drawing);
  const tall = drawing.bobble ? 3 : 0;
  const middle = [0, 9.5 + tall, 0];
  const turned = build(b).map((m) => place(m, { turns: ["y", 1] }));
  return [
    { meshes: [...sweep(), ...build(a)], eye: [30, 45, 150], at: middle, frame: 40 + tall * 2 },
    { meshes: [...sweep(), ...build(a)], eye: [30, 45, 120], at: [2.5, 8.5 + tall, 8], frame: 19 },
    { meshes: [...sweep("stone"), ...turned], eye: [-50, 70, 140], at: middle, frame: 42 + tall * 2 },
  ];
}
