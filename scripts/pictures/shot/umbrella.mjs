import { ASH, BAMBOO, BARK, BRASS, brolly, CHERRY, EBONISED, GUNMETAL, STEEL } from "../material/finish.mjs";
import { frame, furled, open, strap } from "../shape/canopy.mjs";
import { bamboo, collar, stick, straight } from "../shape/handle.mjs";
import { place } from "../shape/mesh.mjs";
import { tube } from "../shape/solid.mjs";
import { facing, wall } from "../shape/studio.mjs";
import { colours } from "./colour.mjs";

const MODELS = {
  bamboo: { handle: (y) => bamboo({ y, mat: BAMBOO }), shaft: STEEL, metal: STEEL },
  chestnut: {
    handle: (y) => stick({ y, mat: BARK, bark: 0.13, radius: 1.2 }),
    shaft: BARK,
    metal: BRASS,
    thick: 0.95,
  },
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
    handle: (y) => straight({ y, mat: EBONISED, long: 8, radius: 1.6 }),
    shaft: STEEL,
    metal: STEEL,
    radius: 46,
    high: 14,
    ribs: 7,
    short: 24,
  },
};

/** Open against the wall, the handle close, and furled in the second colour. */
export function umbrella(drawing) {
  const [a, b] = colours(drawing);
  const model = { thick: 0.7, radius: 52, high: 20, ribs: 8, short: 44, ...MODELS[drawing.handle] };
  return [
    {
      meshes: [
        ...wall(),
        ...opened(model, a).map((m) =>
          place(m, {
            turns: [
              ["y", 0.22],
              ["z", -0.3],
              ["x", 0.42],
            ],
            to: [-4, 15 + (model.short === 24 ? -4 : 0), 46],
          }),
        ),
      ],
      ...facing({ at: [0, 0], frame: (150 * model.radius) / 52, far: 5 }),
    },
    {
      meshes: [
        ...wall(),
        ...closed(model, a).map((m) =>
          place(m, {
            turns: [
              ["y", -0.3],
              ["z", 0.3],
            ],
            to: [0, 0, 7],
          }),
        ),
      ],
      ...facing({ at: [-3, 12], frame: 36 }),
    },
    {
      meshes: [
        ...wall("mist"),
        ...closed(model, b ?? a).map((m) =>
          place(m, {
            turns: [
              ["y", 0.2],
              ["z", -0.2],
            ],
            to: [-7, 0, 7],
          }),
        ),
      ],
      ...facing({ at: [0, model.short === 24 ? 24 : 46], frame: model.short === 24 ? 62 : 106 }),
    },
  ];
}

function opened({ handle, shaft, metal, thick, radius, high, ribs, short }, names) {
  const mats = names.map((n) => brolly(n));
  const foot = -short;
  return [
    ...open({ radius, high, ribs, mats }),
    ...frame({ radius, high, ribs, metal }),
    tube(
      [
        [0, high, 0],
        [0, 0, 0],
        [0, foot - 2, 0],
      ],
      { radius: thick, sides: 24, mat: shaft },
    ),
    handle(foot),
    collar({ y: foot, mat: BRASS }),
  ];
}

function closed({ handle, shaft, metal, thick, ribs, short }, names) {
  const mat = brolly(names[0], 0);
  const top = short === 24 ? 42 : 84;
  const low = short === 24 ? 17 : 23;
  const fat = short === 24 ? 3.1 : 3.7;
  return [
    furled({ low, top, ribs, mat, fat }),
    ...strap({ y: low + (top - low) * 0.24, radius: fat * 0.98, mat, metal: BRASS }),
    tube(
      [
        [0, top + 9, 0],
        [0, top + 6, 0],
        [0, top - 2, 0],
      ],
      { radius: (t) => 0.6 + 0.4 * t, sides: 24, mat: metal },
    ),
    tube(
      [
        [0, top, 0],
        [0, 12, 0],
      ],
      { radius: thick, sides: 24, mat: shaft },
    ),
    handle(16),
    collar({ y: 16, mat: BRASS }),
  ];
}
