import { ASH, BAMBOO, BARK, BRASS, CHERRY, EBONISED, GUNMETAL, STEEL } from "../material/finish.mjs";
import { bamboo, stick, straight } from "../shape/handle.mjs";
import { place } from "../shape/mesh.mjs";
import { facing, wall } from "../shape/studio.mjs";
import { opened, shut } from "../shape/umbrella.mjs";

/** A long umbrella's measures, in cm; each model says what it is made of and where it differs. */
const LONG = {
  thick: 0.7,
  radius: 52,
  high: 20,
  ribs: 8,
  foot: -44,
  low: 23,
  top: 84,
  fat: 3.7,
  middle: 43,
  frame: 114,
};

const bark = (y) => stick({ y, mat: BARK, bark: 0.13, radius: 1.2 });
const folding = (y) => straight({ y, mat: EBONISED, long: 8, radius: 1.6 });

const MODELS = {
  bamboo: { handle: (y) => bamboo({ y, mat: BAMBOO }), shaft: STEEL, metal: STEEL },
  chestnut: { handle: bark, shaft: BARK, metal: BRASS, thick: 0.95 },
  cherry: { handle: (y) => stick({ y, mat: CHERRY }), shaft: GUNMETAL, metal: GUNMETAL },
  straight: {
    handle: (y) => straight({ y, mat: ASH }),
    shaft: ASH,
    metal: STEEL,
    radius: 60,
    high: 22,
    thick: 0.95,
  },
  pocket: {
    handle: folding,
    shaft: STEEL,
    metal: STEEL,
    radius: 46,
    high: 14,
    ribs: 7,
    foot: -24,
    low: 17,
    top: 42,
    fat: 3.1,
    middle: 24,
    frame: 62,
  },
};

/** Open against the wall, the handle close, and furled. */
export function umbrella(drawing, names) {
  const model = { ...LONG, ...MODELS[drawing.handle] };
  const up = { turns: ["yzx", 0.22, -0.3, 0.42], to: [-4, model.foot === -24 ? 11 : 15, 46] };
  const aslant = { turns: ["yz", -0.3, 0.3], to: [0, 0, 7] };
  const leaning = { turns: ["yz", 0.2, -0.2], to: [-7, 0, 7] };
  const put = (meshes, where) => meshes.map((m) => place(m, where));
  return [
    {
      meshes: [...wall(), ...put(opened({ ...model, names }), up)],
      ...facing({ at: [0, 0], frame: (150 * model.radius) / 52, far: 5 }),
    },
    {
      meshes: [...wall(), ...put(shut({ ...model, name: names[0] }), aslant)],
      ...facing({ at: [-3, 12], frame: 36 }),
    },
    {
      meshes: [...wall("mist"), ...put(shut({ ...model, name: names[0] }), leaning)],
      ...facing({ at: [0, model.middle], frame: model.frame }),
    },
  ];
}
