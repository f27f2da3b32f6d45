import { dome, puffed } from "./hand.mjs";
import { noise } from "../core/random.mjs";
import { tube } from "./solid.mjs";

/** A flat leather case lying on z = 0: body, flap, strap and stud. */

/** Distance outside a rectangle with rounded corners. */
export const block = ([x, y], [cx, cy], [w, h, r]) => {
  const dx = Math.abs(x - cx) - w + r;
  const dy = Math.abs(y - cy) - h + r;
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - r;
};

const BODY = (p) => block(p, [0, 0], [18, 13.5, 1.6]);
const FLAP = (p) => block([p[0], p[1] + 0.011 * p[0] * p[0] - 1.2], [0, 9.2], [18.15, 7.2, 2.6]);

/** The case; `edge` is the painted edge's material, `stitch` the thread's. */
export function folio({ mat, edge, stitch, brass }) {
  const body = puffed({
    outline: BODY,
    box: [-19, -14.5, 19, 14.5],
    step: 0.16,
    mat,
    height: (p, d) => 0.4 + dome(d, 1.1, 1.7) + 0.25 * noise(p[0] * 0.12, p[1] * 0.12, 3) - groove(d),
  });
  const flapOutline = (p) => Math.max(FLAP(p), block(p, [0, 0], [18.2, 13.7, 1.7]));
  const top = (p, d) => 2.15 + dome(d, 0.3, 0.42) + 0.28 * noise(p[0] * 0.12, p[1] * 0.12, 3) - groove(d);
  const flap = puffed({ outline: flapOutline, box: [-19, -4, 19, 14.5], step: 0.14, mat, height: top });
  const band = puffed({
    outline: (p) => block(p, [0, 2], [1.5, 7.6, 1.4]),
    box: [-2, -6.5, 2, 10],
    step: 0.1,
    mat: edge,
    height: (p, d) => 2.9 + dome(d, 0.22, 0.3) - 0.06 * Math.exp(-(((d - 0.35) / 0.06) ** 2)),
  });
  const keeper = puffed({
    outline: (p) => block(p, [0, -7], [2.5, 1.25, 0.5]),
    box: [-3, -9, 3, -5],
    step: 0.1,
    mat: edge,
    height: (p, d) => 2.2 + dome(d, 0.2, 0.5),
  });
  const stud = tube(
    [
      [0, -3.9, 2.9],
      [0, -3.9, 3.5],
      [0, -3.9, 3.7],
      [0, -3.9, 4.3],
    ],
    {
      radius: (t) => (t < 0.5 ? 0.45 : 0.78 * Math.sqrt(Math.max(0.02, 1 - ((t - 0.6) / 0.42) ** 2))),
      sides: 28,
      mat: brass,
    },
  );
  return [
    body,
    flap,
    keeper,
    band,
    stud,
    ...row({ outline: BODY, box: [18, 13.5, 1.6], height: 2.0, stitch }),
    ...hem(stitch),
  ];
}

const groove = (d) => 0.09 * Math.exp(-(((d - 0.75) / 0.1) ** 2));

/** Saddle stitches round the lower edge of the body. */
function row({ box: [w, h], height, stitch }) {
  const stitches = [];
  for (let x = -w + 1.8; x < w - 1.6; x += 0.72)
    stitches.push([
      [x, -h + 0.75],
      [x + 0.46, -h + 0.75],
    ]);
  for (let y = -h + 1.8; y < 2; y += 0.72)
    for (const s of [-1, 1])
      stitches.push([
        [s * (w - 0.75), y],
        [s * (w - 0.75), y + 0.46],
      ]);
  return stitches.map((ends) => dash(ends, height, stitch));
}

/** Stitches that follow the flap's curved edge. */
function hem(stitch) {
  const list = [];
  for (let x = -16.4; x < 16.4; x += 0.72) {
    const y = (px) => 3.2 - 0.011 * px * px + 0.78 + (Math.abs(px) > 15.5 ? (Math.abs(px) - 15.5) * 0.7 : 0);
    list.push([
      [x, y(x)],
      [x + 0.46, y(x + 0.46)],
    ]);
  }
  return list.map((ends) => dash(ends, 2.58, stitch));
}

const dash = ([a, b], z, mat) => {
  const mid = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2, z + 0.06];
  return tube([[...a, z - 0.03], mid, [...b, z - 0.03]], { radius: 0.075, sides: 6, mat });
};
