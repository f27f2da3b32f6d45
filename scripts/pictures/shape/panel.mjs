import { points } from "../core/vector.mjs";
import { box } from "./solid.mjs";
import { alongGrain } from "./studio.mjs";
import { sheet } from "./mesh.mjs";
import { noise } from "../core/random.mjs";
import { linear } from "../material/palette.mjs";
import { paper } from "../material/grain.mjs";

/** Prints: a sheet of paper with a deckled edge, or the same sheet in a frame with its mount. Centred on x, foot at y = 0. */

/** A loose sheet `wide` x `tall` cm; `art` is a baked picture of the whole sheet. It bows a little from the wall. */
export function loose({ art, wide, tall, deckle = 0.22, seed = 1, bow = 0.7 }) {
  const fn = (u, v) => {
    const edge = Math.max(0, 1 - Math.min(u, 1 - u, v, 1 - v) * 30);
    const rough = deckle * edge * (noise(u * 60, v * 60, seed) + 0.6 * noise(u * 150, v * 150, seed + 1));
    const x = (u - 0.5) * wide + (Math.abs(u - 0.5) > 0.45 ? rough : 0);
    const y = (1 - v) * tall + (Math.abs(v - 0.5) > 0.45 ? rough : 0);
    const curl = 0.9 * Math.max(0, u + v - 1.55) ** 2 * 8 + 0.5 * Math.max(0, v - u - 0.6) ** 2 * 6;
    return [x, y, 0.3 + bow * Math.sin(v * Math.PI) * 0.6 + curl + 0.1 * noise(u * 3, v * 3, seed)];
  };
  const mat = { map: art, reliefs: [paper()] };
  return [sheet(fn, { nu: 160, nv: 200, size: [wide, tall], mat })];
}

/** A frame round a mounted print: `bar` wide, `depth` from the wall, with the art set back behind the mount. */
export function framed({ art, wide, tall, mount = 3, bar = 1.6, depth = 2.4, timber }) {
  const outW = wide + mount * 2;
  const outH = tall + mount * 2;
  const side = ([w, h], [x, y]) =>
    box([w / 2, h / 2, depth / 2], { round: 0.12, at: [x, y, depth / 2], mat: timber, steps: 12 });
  const bars = [
    ...side([bar, outH + bar * 2], [-outW / 2 - bar / 2, outH / 2 + bar]),
    ...side([bar, outH + bar * 2], [outW / 2 + bar / 2, outH / 2 + bar]),
    ...side([outW, bar], [0, bar / 2]).map(alongGrain),
    ...side([outW, bar], [0, outH + bar * 1.5]).map(alongGrain),
  ];
  const card = { rgb: linear("#f1ece1"), reliefs: [paper()] };
  const bevel = mountBoard({ wide, tall, outW, outH, lift: bar, z: depth * 0.55, mat: card });
  const print = sheet(
    (u, v) => [(u - 0.5) * (wide + 0.2), bar + mount + (1 - v) * (tall + 0.2) - 0.1, depth * 0.42],
    { nu: 4, nv: 4, size: [wide, tall], mat: { map: art, reliefs: [paper()] } },
  );
  return [...bars, ...bevel, print];
}

/** Four strips of board round the window, with a bevelled inner edge. */
function mountBoard({ wide, tall, outW, outH, lift, z, mat }) {
  const ring = (s, k) => {
    const inner = [wide / 2, tall / 2];
    const outer = [outW / 2, outH / 2];
    const half = k === 0 ? outer : k === 1 ? inner.map((c) => c + 0.18) : inner;
    const corners = points("-1 -1, 1 -1, 1 1, -1 1, -1 -1");
    const i = Math.min(3, Math.floor(s * 4));
    const f = s * 4 - i;
    const [a, b] = [corners[i], corners[i + 1]];
    const x = (a[0] + (b[0] - a[0]) * f) * half[0];
    const y = (a[1] + (b[1] - a[1]) * f) * half[1];
    return [x, y + outH / 2 + lift, k === 2 ? z - 0.18 : z];
  };
  const strip = (from, to) =>
    sheet(
      (u, v) => {
        const a = ring(u, from);
        const b = ring(u, to);
        return a.map((c, d) => c + (b[d] - c) * v);
      },
      { nu: 40, nv: 2, size: [100, 3], mat },
    );
  return [strip(0, 1), strip(1, 2)];
}
