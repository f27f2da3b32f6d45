import { art } from "../material/artwork.mjs";
import { EDITIONS } from "../material/editions.mjs";
import { EBONISED, OAK } from "../material/finish.mjs";
import { place } from "../shape/mesh.mjs";
import { framed, loose } from "../shape/panel.mjs";
import { facing, shelf, wall } from "../shape/studio.mjs";

const TIMBER = { oak: OAK, black: EBONISED };

/** On a shelf, close, and framed (or loose, when the first view is framed). */
export async function print(drawing) {
  const svg = EDITIONS[drawing.artwork]();
  const tall = svg.includes('height="750"') ? 30 : 40;
  const wide = (tall * 600) / (tall === 30 ? 750 : 800);
  const picture = await art(svg, { size: [wide, tall] });
  const sheet = { art: picture, wide, tall };
  const bare = loose(sheet).map(lean(2.6));
  const boxed = framed({ ...sheet, timber: TIMBER[drawing.frame] ?? OAK }).map(lean(3.2));
  const [first, second] = drawing.frame ? [boxed, bare] : [bare, boxed];
  const middle = tall / 2 + (drawing.frame ? 4.5 : 0);
  return [
    {
      meshes: [...wall(), ...shelf({ thick: 16 }), ...first],
      ...facing({
        at: [0, middle + 0.5],
        frame: tall * 1.58 + (drawing.frame ? 10 : 5),
        rise: 0.35,
        side: 0.12,
      }),
    },
    {
      meshes: [...wall(), ...shelf({ thick: 16 }), ...first],
      ...facing({ at: [wide * 0.14, middle * 1.02], frame: tall * 0.45, side: 0.9, rise: 0.4 }),
    },
    {
      meshes: [...wall("mist"), ...shelf({ thick: 16 }), ...second],
      ...facing({ at: [-2, tall / 2 + 2.5], frame: tall * 1.62 + 10, side: -1.3, rise: 0.5 }),
    },
  ];
}

const lean = (z) => (mesh) => place(mesh, { turns: ["x", -0.06], to: [0, 0, z] });
