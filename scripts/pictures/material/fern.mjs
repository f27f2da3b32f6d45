import { random } from "../core/random.mjs";
import { page, worn } from "./artwork.mjs";

/** "Fern on the Landing": a linocut. */

/** One frond, each side branch with its leaflets; one of them took the ink badly. */
export function fern() {
  const chance = random(11);
  const spine = (t) => [292 + 60 * Math.sin(t * 2.1 - 0.4), 672 - t * 590];
  const leaves = [];
  for (let k = 0; k < 21; k += 1) {
    const t = 0.12 + (k / 20) * 0.84;
    const [x, y] = spine(t);
    const long =
      205 * Math.sin(Math.PI * Math.min(1, 0.26 + (k / 20) * 0.72)) ** 0.9 * (0.93 + 0.14 * chance()) + 14;
    for (const side of [-1, 1]) {
      leaves.push(
        pinna({ x, y: y + side * 5, long, side, lean: 0.28 + 0.75 * (k / 20), pale: k === 8 && side > 0 }),
      );
    }
  }
  const stem = `M${Array.from({ length: 30 }, (_, i) =>
    spine(i / 29)
      .map((c) => c.toFixed(1))
      .join(" "),
  ).join("L")}`;
  return page(
    750,
    `<g filter="url(#w)">${leaves.join("")}<path d="${stem}" fill="none" stroke="#3f4a2b" stroke-width="6" stroke-linecap="round"/></g>`,
    worn("w", { holes: 0.2, rough: 1.5 }),
  );
}

/** One side branch with its leaflets, each a pointed blade. */
function pinna({ x, y, long, side, lean, pale }) {
  const n = Math.max(5, Math.round(long / 11));
  const blades = [];
  for (let i = 0; i < n; i += 1) {
    const s = (i + 0.55) / n;
    const px = side * s * long;
    const r = Math.min(11.5, 0.12 * long) * (1 - s) ** 0.75 + 2.2;
    for (const up of [-1, 1]) blades.push(blade({ px, side, r: up * r, reach: r }));
  }
  const colour = pale ? "#8f976b" : "#46522f";
  return `<g transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${((-side * lean * 180) / Math.PI).toFixed(1)})" fill="${colour}"><path d="M0 -2L${(side * long).toFixed(1)} 0L0 2Z"/>${blades.join("")}</g>`;
}

/** A leaflet `r` long (its sign says which way), its base on the branch at `px`. */
function blade({ px, side, r, reach }) {
  const at = (x, y) => `${x.toFixed(1)} ${y.toFixed(1)}`;
  const out = `Q${at(px - 4 * side, r * 0.9)} ${at(px + side * reach * 0.45, r)}`;
  const back = `Q${at(px + 8 * side, r * 0.5)} ${(px + 5.2 * side).toFixed(1)} 0Z`;
  return `<path d="M${(px - 5 * side).toFixed(1)} 0${out}${back}"/>`;
}
