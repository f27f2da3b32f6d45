import { lerp } from "./vector.mjs";

/**
 * Tiles of cloth: colour and relief, with smaller copies for the distance so that no thread shimmers.
 * Channels of each texel: red, green, blue (linear), slope along u, slope along v, openness (1 high, 0 in a gap).
 */
export const CHANNELS = 6;

/**
 * Bakes a tile. `paint(x, y)` with x and y in [0, 1) gives { rgb, high }, `high` in cm;
 * `size` is what the tile measures in cm; `repeat: false` stops it at its edges (artwork).
 */
export function bake(paint, { pixels, size, repeat = true, cavity = 0.5 }) {
  const [w, h] = pixels;
  const data = new Float32Array(w * h * CHANNELS);
  const high = new Float32Array(w * h);
  for (let y = 0; y < h; y += 1) {
    for (let x = 0; x < w; x += 1) {
      const texel = paint((x + 0.5) / w, (y + 0.5) / h);
      high[y * w + x] = texel.high ?? 0;
      data.set(texel.rgb, (y * w + x) * CHANNELS);
    }
  }
  addSlopes(data, high, { w, h, size, repeat, cavity });
  return { size, repeat, levels: shrink({ w, h, data }) };
}

function addSlopes(data, high, { w, h, size, repeat, cavity }) {
  const at = (x, y) => {
    const i = repeat ? (x + w) % w : Math.max(0, Math.min(w - 1, x));
    const j = repeat ? (y + h) % h : Math.max(0, Math.min(h - 1, y));
    return high[j * w + i];
  };
  let low = Infinity;
  let top = -Infinity;
  for (const value of high) {
    low = Math.min(low, value);
    top = Math.max(top, value);
  }
  for (let y = 0; y < h; y += 1) {
    for (let x = 0; x < w; x += 1) {
      const k = (y * w + x) * CHANNELS;
      data[k + 3] = ((at(x + 1, y) - at(x - 1, y)) * w) / (2 * size[0]);
      data[k + 4] = ((at(x, y + 1) - at(x, y - 1)) * h) / (2 * size[1]);
      const raised = top > low ? (high[y * w + x] - low) / (top - low) : 1;
      data[k + 5] = 1 - cavity * (1 - raised) ** 1.5;
    }
  }
}

function shrink(first) {
  const levels = [first];
  for (let from = first; Math.min(from.w, from.h) > 2;) {
    const w = from.w >> 1;
    const h = from.h >> 1;
    const data = new Float32Array(w * h * CHANNELS);
    for (let y = 0; y < h; y += 1) for (let x = 0; x < w; x += 1) average(from, { data, w, x, y });
    from = { w, h, data };
    levels.push(from);
  }
  return levels;
}

function average(from, { data, w, x, y }) {
  for (let c = 0; c < CHANNELS; c += 1) {
    const at = (i, j) => from.data[((y * 2 + j) * from.w + x * 2 + i) * CHANNELS + c];
    data[(y * w + x) * CHANNELS + c] = (at(0, 0) + at(1, 0) + at(0, 1) + at(1, 1)) / 4;
  }
}

/** Reads a tile at (u, v) cm into `out`; `cm` is how much of the cloth one pixel covers. */
export function sample(texture, [u, v, cm], out) {
  const { levels, size, repeat } = texture;
  const per = (cm * levels[0].w) / size[0];
  const exact = Math.max(0, Math.min(levels.length - 1.01, Math.log2(Math.max(1e-6, per * 0.9))));
  const level = Math.floor(exact);
  bilinear(levels[level], [u / size[0], v / size[1], repeat], out);
  const more = exact - level;
  if (more < 0.05) return;
  bilinear(levels[level + 1], [u / size[0], v / size[1], repeat], second);
  for (let c = 0; c < CHANNELS; c += 1) out[c] = lerp(out[c], second[c], more);
}

const second = new Float32Array(CHANNELS);

function bilinear({ w, h, data }, [s, t, repeat], out) {
  const x = (repeat ? s - Math.floor(s) : Math.max(0, Math.min(1, s))) * w - 0.5;
  const y = (repeat ? t - Math.floor(t) : Math.max(0, Math.min(1, t))) * h - 0.5;
  const xi = Math.floor(x);
  const yi = Math.floor(y);
  const fx = x - xi;
  const fy = y - yi;
  const x0 = repeat ? (xi + w) % w : Math.max(0, xi);
  const x1 = repeat ? (xi + 1) % w : Math.min(w - 1, xi + 1);
  const y0 = (repeat ? (yi + h) % h : Math.max(0, yi)) * w;
  const y1 = (repeat ? (yi + 1) % h : Math.min(h - 1, yi + 1)) * w;
  const a = (y0 + x0) * CHANNELS;
  const b = (y0 + x1) * CHANNELS;
  const c = (y1 + x0) * CHANNELS;
  const d = (y1 + x1) * CHANNELS;
  for (let k = 0; k < CHANNELS; k += 1) {
    const top = data[a + k] + (data[b + k] - data[a + k]) * fx;
    const low = data[c + k] + (data[d + k] - data[c + k]) * fx;
    out[k] = top + (low - top) * fy;
  }
}
