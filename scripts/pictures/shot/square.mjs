import { art } from "../material/artwork.mjs";
import { EDITIONS } from "../material/editions.mjs";
import { silk } from "../material/finish.mjs";
import { linear } from "../material/palette.mjs";
import { place, slab } from "../shape/mesh.mjs";
import { peg } from "../shape/peg.mjs";
import { hung, spread } from "../shape/scarf.mjs";
import { tube } from "../shape/solid.mjs";
import { facing, wall } from "../shape/studio.mjs";

const WIDE = 90;
const HUNG = {
  width: WIDE,
  drops: [62, 40],
  leans: [4, -8],
  pleats: 4.2,
  seed: 6,
  open: 0.6,
  deep: 2.4,
  thick: 0.14,
};

/** A silk square: spread out with its creases, close at a corner, and hung. */
export async function square(drawing) {
  const cloth = silk(await art(EDITIONS[drawing.artwork](), { size: [WIDE, WIDE], ink: 0, pixels: 1800 }));
  const flat = hemmed(spread({ wide: WIDE, seed: 4 }), cloth).map((m) => place(m, { turns: ["z", 0.16] }));
  return [
    { meshes: [...wall("paper"), ...flat], ...facing({ at: [0, 0], frame: 136 }) },
    { meshes: [...wall("paper"), ...flat], ...facing({ at: [26, -32], frame: 38, rise: -0.7, side: 0.4 }) },
    {
      meshes: [...wall("stone"), hung(HUNG, cloth), peg()],
      ...facing({ at: [-1, -30], frame: 100, side: 0.2 }),
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
