import { random } from "../core/random.mjs";
import { curve } from "../core/vector.mjs";
import { sheet } from "./mesh.mjs";
import { tube } from "./solid.mjs";

const COUNT = 2600;
const RADIUS = 4;

/** A bobble of yarn ends round a core, centred on `at`. */
export function bobble({ at, mat }) {
  const chance = random(8);
  return [core(at, mat), ...Array.from({ length: COUNT }, (_, i) => end({ i, at, mat, chance }))];
}

function core(at, mat) {
  const fn = (u, v) => {
    const a = u * Math.PI * 2;
    const b = v * Math.PI;
    const r = RADIUS * 0.74;
    return [
      at[0] + Math.sin(a) * Math.sin(b) * r,
      at[1] + Math.cos(b) * r,
      at[2] + Math.cos(a) * Math.sin(b) * r,
    ];
  };
  return sheet(fn, { nu: 30, nv: 20, size: [20, 12], mat, closed: true });
}

/** The i-th end: spread evenly over the ball by the golden angle, then a little astray. */
function end({ i, at, mat, chance }) {
  const y = 1 - (2 * (i + 0.5)) / COUNT;
  const a = i * 2.39996;
  const r = Math.sqrt(1 - y * y);
  const dir = [Math.cos(a) * r, y, Math.sin(a) * r].map((c) => c + (chance() - 0.5) * 0.28);
  const far = RADIUS * (0.9 + chance() * 0.17);
  const path = [0.6, 0.82, 1].map((t) =>
    dir.map((c, d) => at[d] + c * far * t + (t === 1 ? (chance() - 0.5) * 0.35 : 0)),
  );
  return tube(curve(path, 4), { radius: (t) => 0.17 - 0.05 * t, sides: 5, mat });
}
