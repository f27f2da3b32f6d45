/**
 * Evens the light on plain grounds, where nothing hides the grain of the many lights: each pixel takes the mean of
 * the 8 x 8 around it, counting only ground. A pixel that stands for its block of four counts as four.
 */
export function calm(scene, { w, h, n, mat, stands }, lit) {
  const plain = scene.materials.map((m) => m.ground === true);
  const weights = new Float32Array(n);
  for (let i = 0; i < n; i += 1) weights[i] = mat[i] >= 0 && plain[mat[i]] ? (stands[i] ? 4 : 1) : 0;
  const count = sums(null, weights, { w, h });
  for (const layer of [lit.window, lit.room, lit.open]) {
    // Twice: the second pass takes away the squares that the first leaves.
    for (let pass = 0; pass < 2; pass += 1) {
      const sum = sums(layer, weights, { w, h });
      for (let i = 0; i < n; i += 1) if (weights[i] > 0) layer[i] = sum[i] / count[i];
    }
  }
}

/** Weighted sums over 8 x 8, along rows and then along columns; of the weights alone if `layer` is null. */
function sums(layer, weights, { w, h }) {
  const rows = new Float32Array(w * h);
  for (let y = 0; y < h; y += 1) {
    const from = y * w;
    const value = (x) => (layer === null ? weights[from + x] : layer[from + x] * weights[from + x]);
    let sum = 0;
    for (let x = 0; x < Math.min(4, w); x += 1) sum += value(x);
    for (let x = 0; x < w; x += 1) {
      if (x + 4 < w) sum += value(x + 4);
      if (x >= 4) sum -= value(x - 4);
      rows[from + x] = sum;
    }
  }
  const out = new Float32Array(w * h);
  const column = new Float64Array(w);
  const add = (y, sign) => {
    for (let x = 0, i = y * w; x < w; x += 1, i += 1) column[x] += sign * rows[i];
  };
  for (let y = 0; y < Math.min(4, h); y += 1) add(y, 1);
  for (let y = 0; y < h; y += 1) {
    if (y + 4 < h) add(y + 4, 1);
    if (y >= 4) add(y - 4, -1);
    out.set(column, y * w);
  }
  return out;
}
