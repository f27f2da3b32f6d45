import { art } from "../material/artwork.mjs";
import { diagonal } from "../material/cloth.mjs";
import { linen, thread } from "../material/finish.mjs";
import { numeral } from "../material/numeral.mjs";
import { PALETTE as C } from "../material/palette.mjs";
import { copy, place } from "../shape/mesh.mjs";
import { patch } from "../shape/patch.mjs";
import { cord, pouch } from "../shape/pouch.mjs";
import { sweep } from "../shape/studio.mjs";

/** Linen on a cord, with the number it is asked for by. */
export async function drawstring(_, [cloth, rope]) {
  const sack = pouch(linen(cloth));
  const number = await art(LABEL, { size: [8, 6], ink: -0.02, pixels: 500 });
  const tape = { map: number, reliefs: [diagonal("#ffffff", { pitch: 0.11, high: 0.25 })], fuzz: 0.3 };
  const label = patch(sack, { x: -0.4, y: 9.4, wide: 8, tall: 6, mat: tape });
  const meshes = [sack, label, ...cord(thread(rope))];
  const turned = meshes.map((m) => place(copy(m), { turns: ["y", 0.9] }));
  return [
    { meshes: [...sweep(), ...meshes], eye: [35, 55, 180], at: [0, 18, 0], frame: 54 },
    { meshes: [...sweep(), ...meshes], eye: [35, 60, 150], at: [1, 26, 4], frame: 20 },
    { meshes: [...sweep("stone"), ...turned], eye: [-10, 95, 150], at: [0, 17, 0], frame: 56 },
  ];
}

const BORDER = `<rect x="34" y="34" width="532" height="382" fill="none" stroke="${C.oxblood}" stroke-width="9" stroke-dasharray="30 18"/>`;
const NUMBER = numeral("27", { x: 300, y: 225, high: 220, colour: C.oxblood, weight: 13 });
const LABEL = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="450" viewBox="0 0 600 450"><rect width="600" height="450" fill="${C.bone}"/>${BORDER}${NUMBER}</svg>`;
