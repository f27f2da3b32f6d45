import { tube } from "./solid.mjs";

/** The bones of an open umbrella, the rim of its canopy at y = 0. */

/** Height of the canopy at t from the middle (0) to the rim (1): a shallow bow. */
export const crown = (t, high) => high * ((bow(t) - bow(1)) / (1 - bow(1)));
const bow = (t) => Math.cos(t * 1.22);

/** How far below the crown the runner sits. */
const DROP = 17;

/** Ribs with their tips and stretchers, the runner below and the ferrule above. */
export function ribbing({ radius, high, ribs, metal }) {
  const bones = Array.from({ length: ribs }, (_, k) =>
    rib((k / ribs) * Math.PI * 2, { radius, high, metal }),
  );
  const runner = [
    [0, high - DROP - 2.6, 0],
    [0, high - DROP + 0.6, 0],
  ];
  const ferrule = [
    [0, high - 0.2, 0],
    [0, high + 1, 0],
    [0, high + 6, 0],
    [0, high + 7.5, 0],
  ];
  const taper = (t) => (t < 0.4 ? 1.2 - t : 0.75 - 0.3 * t);
  return [
    ...bones.flat(),
    tube(runner, { radius: 1.15, sides: 24, mat: metal }),
    tube(ferrule, { radius: taper, sides: 24, mat: metal }),
  ];
}

function rib(a, { radius, high, metal }) {
  const at = (t, y = 0) => [Math.sin(a) * radius * t, crown(t, high) - 0.55 + y, Math.cos(a) * radius * t];
  const bone = Array.from({ length: 30 }, (_, i) => at(0.03 + (i / 29) * 0.985));
  const stretcher = [at(0.48), [Math.sin(a) * 1.1, high - DROP, Math.cos(a) * 1.1]];
  return [
    tube(bone, { radius: 0.2, sides: 8, mat: metal }),
    tube([at(0.98, 0.1), at(1.0, 0.1), at(1.022, 0)], { radius: 0.42, sides: 10, mat: metal }),
    tube(stretcher, { radius: 0.17, sides: 8, mat: metal }),
  ];
}
