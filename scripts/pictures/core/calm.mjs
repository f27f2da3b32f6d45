/**
 * Evens the light on plain grounds, where nothing hides the grain of the many lights: each pixel takes the mean of
 * the 8 x 8 around it, counting only ground.
 */
export function calm(scene, { w, h, n, mat }, lit) {
  const plain = scene.materials.map((m) => m.ground === true);
  const mask = new Float32Array(n);
  for (let i = 0; i < n; i += 1) mask[i] = mat[i] >= 0 && plain[mat[i]] ? 1 : 0;
  const count = mean(mask, mask, { w, h });
  for (const layer of [lit.window, lit.room, lit.open]) {
    // Twice: the second pass takes away the squares that the first leaves.
    for (let pass = 0; pass < 2; pass += 1) {
      const sum = mean(layer, mask, { w, h });
      for (let i = 0; i < n; i += 1) if (mask[i]) layer[i] = sum[i] / count[i];
    }
  }
}

/** Sums over 8 x 8, along rows and then along columns. */
function mean(layer, mask, { w, h }) {
  const rows = new Float32Array(w * h);
  for (let y = 0; y < h; y += 1)
    slide(
      (x) => layer[y * w + x] * mask[y * w + x],
      (x, sum) => (rows[y * w + x] = sum),
      w,
    );
  const out = new Float32Array(w * h);
  for (let x = 0; x < w; x += 1)
    slide(
      (y) => rows[y * w + x],
      (y, sum) => (out[y * w + x] = sum),
      h,
    );
  return out;
}

/** A running sum of eight. */
function slide(get, set, length) {
  let sum = 0;
  for (let k = 0; k < Math.min(4, length); k += 1) sum += get(k);
  for (let k = 0; k < length; k += 1) {
    if (k + 4 < length) sum += get(k + 4);
    if (k - 4 >= 0) sum -= get(k - 4);
    set(k, sum);
  }
}
