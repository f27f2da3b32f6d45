import { art } from "../material/artwork.mjs";
import { EDITIONS } from "../material/editions.mjs";
import { silk } from "../material/finish.mjs";
import { linear } from "../material/palette.mjs";
import { copy, place, slab } from "../shape/mesh.mjs";
import { spread } from "../shape/scarf.mjs";
import { tube } from "../shape/solid.mjs";
import { facing, wall } from "../shape/studio.mjs";

const WIDE = 90;

/** A silk square: spread out with its creases, close at a corner, and from nearer on another table. */
export async function square(drawing) {
  const cloth = silk(await art(EDITIONS[drawing.artwork](), { size: [WIDE, WIDE], ink: 0, pixels: 1800 }));
  const flat = hemmed(spread({ wide: WIDE, seed: 4 }), cloth).map((m) => place(m, { turns: ["z", 0.16] }));
  return [
    { meshes: [...wall("paper"), ...flat], ...facing({ at: [0, 0], frame: 136 }) },
    { meshes: [...wall("paper"), ...flat], ...facing({ at: [26, -32], frame: 38, rise: -0.7, side: 0.4 }) },
    {
      meshes: [...wall("stone"), ...flat.map((m) => place(copy(m), { turns: ["z", -0.5] }))],
      ...facing({ at: [4, 6], frame: 76, rise: -1.6, side: -0.5 }),
    },
  ];
}

/** Silk with a plump rolled edge all round. */
function hemmed(fn, mat) {
  const edge = (t) => (t < 1 ? [t, 0] : t < 2 ? [1, t - 1] : t < 3 ? [3 - t, 1] : [0, 4 - t]);
  const path = Array.from({ length: 401 }, (_, i) => {
    const p = fn(...edge(i / 100));
    return [p[0], p[1], p[2] + 0.25];
  });
  const rolled = { ...mat, map: undefined, rgb: linear("rust") };
  const hem = tube(path, { radius: (t) => 0.42 + 0.05 * Math.sin(t * 900), sides: 10, mat: rolled });
  return [slab(fn, { nu: 300, nv: 300, size: [WIDE, WIDE], mat, thick: 0.12 }), hem];
}
