import { along, lerp } from "../core/vector.mjs";
import { tube } from "./solid.mjs";

/** Stitches along a path, each a short dash just above the cloth. */
export function stitches(path, { mat, gap = 0.55, dash = 0.34, thick = 0.055 }) {
  const span = path.slice(1).reduce((sum, p, i) => sum + Math.hypot(...p.map((c, d) => c - path[i][d])), 0);
  const count = Math.max(1, Math.floor(span / gap));
  const at = along(path, 400);
  return Array.from({ length: count }, (_, i) => {
    const from = (i * gap) / span;
    const to = Math.min(1, (i * gap + dash) / span);
    const ends = [0, 0.5, 1].map((t) => at(lerp(from, to, t)));
    return tube(ends, { radius: (t) => thick * (0.7 + 0.3 * Math.sin(t * Math.PI)), sides: 6, mat });
  });
}
