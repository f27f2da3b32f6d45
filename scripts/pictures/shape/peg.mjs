import { BRASS } from "../material/finish.mjs";
import { points } from "../core/vector.mjs";
import { tube } from "./solid.mjs";

/** A brass peg that sticks out of the wall just below the origin, for one thing to hang from. */
export function peg() {
  const path = points("0 -0.7 0, 0 -0.7 0.6, 0 -0.7 0.7, 0 -0.7 8.6, 0 -0.5 9, 0 -0.5 10");
  return tube(path, { radius: (t) => (t < 0.25 ? 1.7 : t > 0.7 ? 1.25 : 0.6), sides: 36, mat: BRASS });
}
