import { art } from "../material/artwork.mjs";
import { herringbone } from "../material/cloth.mjs";
import { EDITIONS } from "../material/editions.mjs";
import { BRASS, felted, hide, OAK, ribbon, thread, wool, woollen } from "../material/finish.mjs";
import { folio } from "../shape/case.mjs";
import { band, fedora, fedoraCrown } from "../shape/hat.mjs";
import { place } from "../shape/mesh.mjs";
import { framed } from "../shape/panel.mjs";
import { facing, shelf, wall } from "../shape/studio.mjs";
import { pile } from "./woollens.mjs";

/** The Attendant's Shelf: what the people behind the counter keep. */
export async function attendantsShelf() {
  const ledge = shelf({ deep: 30, thick: 26, wide: 180 });
  return {
    meshes: [...wall(), ...ledge, ...(await print()), ...scarves(), ...hat(), ...leather()],
    ...facing({ at: [9, 21], frame: 92, rise: 0.25, side: -0.12 }),
  };
}

async function print() {
  const picture = await art(EDITIONS.tag(), { size: [30, 40] });
  const panel = framed({ art: picture, wide: 30, tall: 40, timber: OAK });
  return panel.map((m) => place(m, { turns: ["x", -0.06], to: [-30, 0, 4] }));
}

function scarves() {
  const cloth = (names) => wool(herringbone(names, { pitch: 0.24 }));
  const oat = { cloth: cloth(["oat", "cocoa"]), tassel: ["oat", "cocoa"].map(woollen), seed: 3 };
  const red = { cloth: cloth(["oxblood", "rose"]), tassel: woollen("oxblood"), seed: 8 };
  return [
    ...pile({ ...oat, deep: 22, thickness: 1.25 }).map((m) => place(m, { to: [24, 0, 14.5] })),
    ...pile({ ...red, wide: 32, deep: 21, thickness: 1.15 }).map((m) =>
      place(m, { turns: ["y", 0.06], to: [24, 6.3, 14.5] }),
    ),
  ];
}

const hat = () =>
  [fedora(felted("cocoa")), band({ mat: ribbon("ink"), fit: fedoraCrown })].map((m) =>
    place(m, { turns: ["y", -0.4], to: [24, 12.2, 15] }),
  );

function leather() {
  const edge = hide("#4a2f21", 12);
  const score = folio({ mat: hide("cocoa", 12), edge, stitch: thread("oat"), brass: BRASS });
  return score.map((m) => place(m, { turns: ["x", -0.16], to: [62, 13.6, 4.5] }));
}
