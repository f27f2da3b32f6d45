/** Seeded randomness: the same seed gives the same picture, always. */

/** A small generator (mulberry32) of numbers in [0, 1). */
export function random(seed) {
  let state = typeof seed === "number" ? seed >>> 0 : textSeed(seed);
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** FNV-1a of a string. */
function textSeed(text) {
  let hash = 2166136261;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  return hash >>> 0;
}

/** A number in [0, 1) that belongs to the lattice point (x, y, z). */
export function lattice(x, y, z) {
  let h = Math.imul(x, 374761393) + Math.imul(y, 668265263) + Math.imul(z, 1274126177);
  h = Math.imul(h ^ (h >>> 13), 1274126177);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}

const smooth = (t) => t * t * t * (t * (t * 6 - 15) + 10);

/** Value noise in [-1, 1]. */
export const noise = (x, y, z = 0) => tiled(x, y, { z, wrap: 0 });

/** The same, repeating every `wrap` lattice steps in x and y (never when 0), for tiles. */
export function tiled(x, y, { z, wrap }) {
  const xi = Math.floor(x);
  const yi = Math.floor(y);
  const zi = Math.floor(z);
  const u = smooth(x - xi);
  const v = smooth(y - yi);
  const w = smooth(z - zi);
  const turn = (n) => (wrap ? ((n % wrap) + wrap) % wrap : n);
  const x0 = turn(xi);
  const x1 = turn(xi + 1);
  const y0 = turn(yi);
  const y1 = turn(yi + 1);
  const plane = (k) => {
    const a = lattice(x0, y0, k) + (lattice(x1, y0, k) - lattice(x0, y0, k)) * u;
    const b = lattice(x0, y1, k) + (lattice(x1, y1, k) - lattice(x0, y1, k)) * u;
    return a + (b - a) * v;
  };
  const near = plane(zi);
  return (w === 0 ? near : near + (plane(zi + 1) - near) * w) * 2 - 1;
}

/** Several octaves of noise, in about [-1, 1]. */
export function fractal(x, y, { z = 0, octaves = 4, wrap = 0, gain = 0.5 } = {}) {
  let sum = 0;
  let size = 1;
  let total = 0;
  let scale = 1;
  for (let o = 0; o < octaves; o += 1) {
    sum += size * tiled(x * scale, y * scale, { z: z + o * 17, wrap: wrap * scale });
    total += size;
    size *= gain;
    scale *= 2;
  }
  return sum / total;
}
