import { BRASS } from "../material/finish.mjs";
import { noise } from "../core/random.mjs";
import { curve, lerp, step } from "../core/vector.mjs";
import { sheet } from "./mesh.mjs";
import { tube } from "./solid.mjs";

/** A holdall on y = 0: a long barrel, flat below, gathered to a zip on top. */

const LONG = 46;
const TALL = 25;
const DEEP = 12.5;
const SEED = 2;
/** Where the straps go round, as shares of the length from the middle. */
const STRAPS = [-0.24, 0.24];

function section(a, k) {
  const s = Math.sin(a);
  const c = Math.cos(a);
  const power = s < 0 ? 5 : 2.5;
  const r = (Math.abs(s) ** power + Math.abs(c) ** power) ** (-1 / power);
  return [s * r * (TALL / 2) * k + TALL / 2, c * r * DEEP * k];
}

/** The skin: u round it from the middle of the bottom, v along it. */
function skin(u, v) {
  const a = u * Math.PI * 2 - Math.PI / 2;
  const x = (v - 0.5) * LONG;
  const end = Math.abs(v - 0.5) * 2;
  const [y, z] = section(a, 1 - 0.05 * end ** 6);
  const up = step(0.1, 0.9, y / TALL);
  const dent =
    noise(x * 0.1 + SEED, y * 0.13, z * 0.1) * 0.95 * up + 0.35 * noise(x * 0.24, a * 2, SEED) * up;
  const sag = -1.4 * up * Math.cos((v - 0.5) * Math.PI) ** 2 * step(0.6, 1, y / TALL);
  return [x, y + dent * 0.8 + sag, z + dent * Math.sign(z) * 0.7];
}

/** Cloth and leather together. */
export function holdall({ cloth, leather }) {
  const body = sheet(skin, { nu: 260, nv: 260, size: [78, LONG], mat: cloth, closed: true });
  return [body, ...[-1, 1].map((side) => panel(side, cloth)), ...fittings(leather)];
}

function panel(side, mat) {
  const fn = (u, v) => {
    const edge = skin(u, side < 0 ? 0 : 1);
    const k = Math.sin((v * Math.PI) / 2);
    const x =
      (side * LONG) / 2 + side * 1.1 * Math.cos((v * Math.PI) / 2) + (edge[0] - (side * LONG) / 2) * k;
    return [x, lerp(TALL * 0.45, edge[1], v), lerp(0, edge[2], v)];
  };
  return sheet(fn, { nu: 160, nv: 50, size: [70, 14], mat, closed: true });
}

/** Straps round the body, rolled handles on brass, a zip, and piping round the ends. */
function fittings(leather) {
  const rings = [1, -1].flatMap((side) =>
    STRAPS.map((x) => {
      const ring = [
        [x * LONG, 19.2, side * 11.6],
        [x * LONG, 20.6, side * 11.9],
      ];
      return tube(ring, { radius: 1.15, sides: 24, mat: BRASS });
    }),
  );
  const piping = [0.012, 0.988].map((v) => {
    const edge = Array.from({ length: 161 }, (_, i) => skin((i % 160) / 160, v));
    return tube(edge, { radius: 0.42, sides: 14, mat: leather, closed: true });
  });
  return [
    ...STRAPS.map((x) => strap(x, leather)),
    ...[1, -1].map((side) => handle(side, leather)),
    ...rings,
    zip(),
    ...piping,
  ];
}

function strap(x, mat) {
  const path = Array.from({ length: 90 }, (_, i) => {
    const p = skin(0.135 + (i / 89) * 0.73, 0.5 + x);
    const c = [p[0], 12, 0];
    return p.map((v, d) => c[d] + (v - c[d]) * 1.012);
  });
  return tube(path, { radius: 0.26, flat: 3 / 0.52, sides: 28, mat });
}

function handle(side, mat) {
  const low = side < 0 ? 1 : 0;
  // prettier-ignore
  const path = [
    [STRAPS[0] * LONG, 19.5, side * 11.3], [-11.4, 24.5, side * 11.6], [-8.5, 30 - low, side * 8 + 1], [0, 32.4 - low, side * 6 + 1],
    [8.5, 30 - low, side * 8 + 1], [11.4, 24.5, side * 11.6], [STRAPS[1] * LONG, 19.5, side * 11.3],
  ];
  const radius = (t) => (t < 0.06 || t > 0.94 ? 0.65 : 0.95);
  return tube(curve(path, 80), { radius, sides: 24, mat });
}

function zip() {
  const path = Array.from({ length: 120 }, (_, i) => {
    const p = skin(0.5, 0.03 + (i / 119) * 0.94);
    return [p[0], p[1] + 0.12, p[2]];
  });
  return tube(path, { radius: (t) => 0.32 + 0.16 * (Math.sin(t * 460) > 0 ? 1 : 0), sides: 12, mat: BRASS });
}
