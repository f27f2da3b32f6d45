import { points } from "../core/vector.mjs";
import { dome, puffed } from "./hand.mjs";
import { noise } from "../core/random.mjs";
import { tube } from "./solid.mjs";

/** A flat leather case lying on z = 0: body, flap, strap and stud. */

/** Distance outside a rectangle with rounded corners. */
const block = ([x, y], [cx, cy], [w, h, r]) => {
  const dx = Math.abs(x - cx) - w + r;
  const dy = Math.abs(y - cy) - h + r;
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - r;
};

const BODY = (p) => block(p, [0, 0], [18, 13.5, 1.6]);
const FLAP = (p) => block([p[0], p[1] + 0.011 * p[0] * p[0] - 1.2], [0, 9.2], [18.15, 7.2, 2.6]);

/** The case; `edge` is the painted edge's material, `stitch` the thread's. */
export function folio({ mat, edge, stitch, brass }) {
  const wave = (p, high) => high * noise(p[0] * 0.12, p[1] * 0.12, 3);
  const low = (p, d) => 0.4 + dome(d, 1.1, 1.7) + wave(p, 0.25) - groove(d);
  const top = (p, d) => 2.15 + dome(d, 0.3, 0.42) + wave(p, 0.28) - groove(d);
  const lid = (p) => Math.max(FLAP(p), block(p, [0, 0], [18.2, 13.7, 1.7]));
  return [
    puffed({ outline: BODY, box: [-19, -14.5, 19, 14.5], step: 0.16, mat, height: low }),
    puffed({ outline: lid, box: [-19, -4, 19, 14.5], step: 0.14, mat, height: top }),
    ...fastening(edge, brass),
    ...[...row(18, 13.5), ...hem()].map((ends) => dash(ends, stitch)),
  ];
}

/** The keeper, the strap that goes through it, and the stud. */
function fastening(mat, brass) {
  const keeper = (p) => block(p, [0, -7], [2.5, 1.25, 0.5]);
  const strap = (p) => block(p, [0, 2], [1.5, 7.6, 1.4]);
  const raised = (p, d) => 2.9 + dome(d, 0.22, 0.3) - 0.06 * Math.exp(-(((d - 0.35) / 0.06) ** 2));
  const ball = (t) => (t < 0.5 ? 0.45 : 0.78 * Math.sqrt(Math.max(0.02, 1 - ((t - 0.6) / 0.42) ** 2)));
  const stud = points("0 -3.9 2.9, 0 -3.9 3.5, 0 -3.9 3.7, 0 -3.9 4.3");
  return [
    puffed({
      outline: keeper,
      box: [-3, -9, 3, -5],
      step: 0.1,
      mat,
      height: (p, d) => 2.2 + dome(d, 0.2, 0.5),
    }),
    puffed({ outline: strap, box: [-2, -6.5, 2, 10], step: 0.1, mat, height: raised }),
    tube(stud, { radius: ball, sides: 28, mat: brass }),
  ];
}

const groove = (d) => 0.09 * Math.exp(-(((d - 0.75) / 0.1) ** 2));

const GAP = 0.72;
const LONG = 0.46;

/** Where the stitches round the lower edge of the body begin and end. */
function row(w, h) {
  const ends = [];
  for (let x = -w + 1.8; x < w - 1.6; x += GAP)
    ends.push([
      [x, -h + 0.75, 2],
      [x + LONG, -h + 0.75, 2],
    ]);
  for (let y = -h + 1.8; y < 2; y += GAP) {
    for (const s of [-1, 1])
      ends.push([
        [s * (w - 0.75), y, 2],
        [s * (w - 0.75), y + LONG, 2],
      ]);
  }
  return ends;
}

/** The same for the flap's curved edge. */
function hem() {
  const edge = (x) => 3.2 - 0.011 * x * x + 0.78 + (Math.abs(x) > 15.5 ? (Math.abs(x) - 15.5) * 0.7 : 0);
  const ends = [];
  for (let x = -16.4; x < 16.4; x += GAP)
    ends.push([
      [x, edge(x), 2.58],
      [x + LONG, edge(x + LONG), 2.58],
    ]);
  return ends;
}

/** One stitch, its middle above its ends. */
function dash([a, b], mat) {
  const middle = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2, a[2] + 0.06];
  const low = ([x, y, z]) => [x, y, z - 0.03];
  return tube([low(a), middle, low(b)], { radius: 0.075, sides: 6, mat });
}
