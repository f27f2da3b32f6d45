import { BRASS, brolly } from "../material/finish.mjs";
import { furled, open, strap } from "./canopy.mjs";
import { collar } from "./handle.mjs";
import { ribbing } from "./ribbing.mjs";
import { tube } from "./solid.mjs";

/** Whole umbrellas, open or shut, the shaft on the y axis. A handle is a function of where it begins. */

/** Open, the rim at y = 0; `names` are the colours of its panels in turn, `foot` is where the handle begins. */
export function opened({ names, radius = 52, high = 20, ribs = 8, ...stick }) {
  const { handle, shaft, metal, thick = 0.75, foot } = stick;
  const path = [
    [0, high, 0],
    [0, 0, 0],
    [0, foot - 2, 0],
  ];
  return [
    ...open({ radius, high, ribs, mats: names.map((name) => brolly(name)) }),
    ...ribbing({ radius, high, ribs, metal }),
    tube(path, { radius: thick, sides: 24, mat: shaft }),
    handle(foot),
    collar({ y: foot, mat: BRASS }),
  ];
}

/** Shut and buttoned, from its handle below up to its tip; `low` and `top` are where the cloth begins and ends. */
export function shut({ name, low = 23, top = 84, ribs = 8, fat = 3.7, ...stick }) {
  const { handle, shaft, metal, thick = 0.75 } = stick;
  const mat = brolly(name, 0);
  const tip = [
    [0, top + 9, 0],
    [0, top + 6, 0],
    [0, top - 2, 0],
  ];
  return [
    furled({ low, top, ribs, mat, fat }),
    ...strap({ y: low + (top - low) * 0.24, radius: fat * 0.98, mat, metal: BRASS }),
    tube(tip, { radius: (t) => 0.6 + 0.4 * t, sides: 24, mat: metal }),
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
