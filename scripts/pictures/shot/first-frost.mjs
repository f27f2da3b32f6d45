import { herringbone, tartan } from "../material/cloth.mjs";
import { wool, woollen } from "../material/finish.mjs";
import { cabled, chart, stocking } from "../material/knit.mjs";
import { mitten } from "../shape/glove.mjs";
import { place, slab } from "../shape/mesh.mjs";
import { rolled } from "../shape/scarf.mjs";
import { sweep } from "../shape/studio.mjs";
import { FLAKES } from "./glove.mjs";
import { bobbleHat, pile } from "./woollens.mjs";

/** First Frost: wool, in a heap that somebody meant to be tidy. */
export const firstFrost = () => ({
  meshes: [...sweep("stone"), ...heap(), roll(), ...mittens()],
  eye: [30, 60, 180],
  at: [-3, 14.5, 4],
  frame: 72,
});

function heap() {
  const plaid = wool(tartan(["moss", "ink", "marigold", "bone"]));
  const cable = wool(cabled("bone", { gauge: 0.7 }));
  const low = pile({ cloth: plaid, tassel: woollen("moss"), seed: 3 });
  const top = pile({ cloth: cable, tassel: woollen("bone"), wide: 31, layers: 3, thickness: 2.2, seed: 5 });
  return [
    ...low.map((m) => place(m, { turns: ["y", 0.1], to: [-6, 0, 0] })),
    ...top.map((m) => place(m, { turns: ["y", -0.12], to: [-6, 7, 0] })),
    ...bobbleHat("rust").map((m) => place(m, { to: [-6, 13.6, 0] })),
  ];
}

function roll() {
  const { fn, span } = rolled({ wide: 24, turns: 3.6, pile: 1.15 });
  const cloth = wool(herringbone(["oxblood", "rose"], { pitch: 0.22 }));
  const mesh = slab(fn, { nu: 110, nv: 460, size: [24, span], mat: cloth, thick: 0.85 });
  return place(mesh, { turns: ["y", 0.75], to: [-33, 0, 14] });
}

/** Two mittens where they fell. */
function mittens() {
  const mat = wool(chart(FLAKES, { r: "fog", b: "bone" }, { gauge: 0.58, grain: 24 }));
  const cuffMat = wool(stocking("fog", { gauge: 0.82, stitches: [1, 8] }));
  const fallen = (turned, to, seed) =>
    mitten({ mat, cuffMat, seed }).map((m) => place(m, { turns: ["zx", turned, -Math.PI / 2], to }));
  return [...fallen(0.35, [17, 0.1, 22], 1), ...fallen(-0.5, [28, 1.1, 27], 3)];
}
