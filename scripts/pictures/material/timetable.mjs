import { page } from "./artwork.mjs";
import { PALETTE as C } from "./palette.mjs";

/** "Last Train": a timetable with the numbers taken out, for a square of silk. */

const CORNERS = [
  { x: 0, y: 0, rings: { 90: C.fog, 150: C.bone, 210: C.rust, 270: C.fog } },
  { x: 600, y: 600, rings: { 120: C.rust, 180: C.bone, 240: C.fog } },
  { x: 600, y: 0, rings: { 120: C.bone, 175: C.rust } },
  { x: 0, y: 600, rings: { 120: C.bone, 175: C.fog } },
];
const STOPS = {
  [C.bone]: ["110 240", "260 280", "430 240", "150 400", "400 400"],
  [C.rust]: ["190 320", "488 320"],
  [C.fog]: ["352 360"],
};

const circle = ({ x, y, r, stroke, width }) =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="none" stroke="${stroke}" stroke-width="${width}"/>`;

const lines = () =>
  CORNERS.flatMap(({ x, y, rings }) =>
    Object.entries(rings).map(([r, stroke]) => circle({ x, y, r, stroke, width: 13 })),
  );

const rails = () =>
  [200, 240, 280, 320, 360, 400].map(
    (y, i) =>
      `<path d="M60 ${y}L540 ${y}" stroke="${i % 2 ? C.fog : C.bone}" stroke-width="${i % 3 ? 5 : 10}"/>`,
  );

const stations = () =>
  Object.entries(STOPS).flatMap(([colour, places]) =>
    places.map((place) => {
      const [x, y] = place.split(" ");
      return `<circle cx="${x}" cy="${y}" r="17" fill="${colour}"/>${circle({ x, y, r: 17 * 0.62, stroke: C.ink, width: 3 })}`;
    }),
  );

const border = ({ inset, colour, width }) =>
  `<rect x="${inset}" y="${inset}" width="${600 - inset * 2}" height="${600 - inset * 2}" fill="none" stroke="${colour}" stroke-width="${width}"/>`;

/** The whole square. */
export const timetable = () =>
  page(
    600,
    [
      `<rect width="600" height="600" fill="${C.ink}"/>`,
      border({ inset: 46, colour: C.fog, width: 6 }),
      ...lines(),
      ...rails(),
      ...stations(),
      `<circle cx="312" cy="200" r="52" fill="${C.marigold}"/>`,
      circle({ x: 312, y: 200, r: 70, stroke: C.marigold, width: 4 }),
      border({ inset: 9, colour: C.rust, width: 18 }),
    ].join(""),
  );
