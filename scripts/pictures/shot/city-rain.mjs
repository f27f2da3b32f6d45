import { BAMBOO, BARK, CHERRY, GUNMETAL, STEEL, thread, waxed } from "../material/finish.mjs";
import { bamboo, stick } from "../shape/handle.mjs";
import { bucket } from "../shape/hat.mjs";
import { place } from "../shape/mesh.mjs";
import { sweep } from "../shape/studio.mjs";
import { opened, shut } from "../shape/umbrella.mjs";

/** City Rain: one umbrella drying open, two shut against the wall, and the hat that came with them. */
export const cityRain = () => ({
  meshes: [...sweep("stone", { deep: 40, round: 14 }), ...drying(), ...leaning(), ...hat()],
  eye: [20, 75, 240],
  at: [2, 42, 0],
  frame: 116,
});

function drying() {
  const handle = (y) => bamboo({ y, mat: BAMBOO });
  const umbrella = opened({ names: ["marigold"], handle, shaft: STEEL, metal: STEEL, foot: -44 });
  return umbrella.map((m) => place(m, { turns: ["zxy", 0.35, 1.12, -0.55], to: [-30, 34, -4] }));
}

function leaning() {
  const plain = (y) => stick({ y, mat: CHERRY });
  const rough = (y) => stick({ y, mat: BARK, bark: 0.13 });
  const lean = ({ name, handle, angle, to }) =>
    shut({ name, handle, shaft: GUNMETAL, metal: GUNMETAL }).map((m) =>
      place(m, { turns: ["zyzx", Math.PI, 0.5, angle, -0.24], to }),
    );
  return [
    ...lean({ name: "ink", handle: plain, angle: 0.1, to: [46, 89.5, -14] }),
    ...lean({ name: "teal", handle: rough, angle: -0.05, to: [60, 89.5, -16] }),
  ];
}

const hat = () =>
  bucket(waxed("moss"), thread("moss", 0.68)).map((m) => place(m, { turns: ["y", 0.6], to: [22, 0, 26] }));
