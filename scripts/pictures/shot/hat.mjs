import { herringbone } from "../material/cloth.mjs";
import { felted, ribbon, thread, waxed, wool } from "../material/finish.mjs";
import { crown, peak } from "../shape/cap.mjs";
import { band, bow, bucket as pail, cloche as bell, fedora as trilby, fedoraCrown } from "../shape/hat.mjs";
import { place } from "../shape/mesh.mjs";
import { sweep } from "../shape/studio.mjs";
import { bobbleHat, ribbedCap } from "./woollens.mjs";

const front = { eye: [46, 48, 150], at: [0, 5.5, 0], frame: 46 };
const close = { eye: [30, 46, 120], at: [4.5, 5.5, 7], frame: 17 };
const other = { eye: [-78, 92, 120], at: [0, 5.5, 0], frame: 43 };

const views = (build) => [
  { meshes: [...sweep("plaster"), ...build()], ...front },
  { meshes: [...sweep("plaster"), ...build()], ...close },
  { meshes: [...sweep("stone"), ...build()], ...other },
];

/** Felt with a ribbon and a flat bow on the left. */
export function fedora(_, [felt, tape]) {
  const build = () => {
    const mat = ribbon(tape);
    const tied = bow({ mat }).map((m) => place(m, { turns: ["y", Math.PI / 2], to: [8.15, 3.7, 0.5] }));
    return [trilby(felted(felt)), band({ mat, fit: fedoraCrown }), ...tied].map((m) =>
      place(m, { turns: ["y", -0.35] }),
    );
  };
  return views(build);
}

/** A bell of felt with a folded ribbon. */
export function cloche(_, [felt, tape]) {
  const build = () => [
    bell(felted(felt)),
    band({ mat: ribbon(tape), low: 4.4, high: 7.2, radius: [9.34, 9.04] }),
  ];
  return views(build).map((shot) => ({ ...shot, at: [shot.at[0], 6.5, shot.at[2]] }));
}

/** Waxed cotton, soft. */
export function bucket(_, [cotton]) {
  return views(() => pail(waxed(cotton), thread(cotton, 0.68)));
}

/** A tweed cap. */
export function cap(_, names) {
  const tweed = wool(herringbone(names, { pitch: 0.17, ends: 8 }));
  const build = () => [crown(tweed), peak(tweed)];
  return views(build).map((shot, i) => ({
    ...shot,
    at: [shot.at[0], 3.5, shot.at[2] + (i === 0 ? 2 : 0)],
    frame: [42, 16, 42][i],
  }));
}

/** A ribbed cap, or a cabled one with a bobble. */
export function beanie(drawing, [yarn]) {
  const build = () => (drawing.bobble ? bobbleHat(yarn) : ribbedCap(yarn));
  const tall = drawing.bobble ? 3 : 0;
  const middle = [0, 9.5 + tall, 0];
  const turned = build().map((m) => place(m, { turns: ["y", 1] }));
  return [
    { meshes: [...sweep(), ...build()], eye: [30, 45, 150], at: middle, frame: 40 + tall * 2 },
    { meshes: [...sweep(), ...build()], eye: [30, 45, 120], at: [2.5, 8.5 + tall, 8], frame: 19 },
    { meshes: [...sweep("stone"), ...turned], eye: [-50, 70, 140], at: middle, frame: 42 + tall * 2 },
  ];
}
