import { slab } from "./mesh.mjs";

/** A flat piece laid on the front of another mesh: a label on a bag. */

/** Lays `wide` x `tall` cm at (x, y) on the nearest front of `under`, raised by `lift`. */
export function patch(under, { x, y, wide, tall, lift = 0.15, mat, thick = 0.16 }) {
  const near = frontOf(under, [x, y, Math.max(wide, tall)]);
  const fn = (u, v) => {
    const px = x + (u - 0.5) * wide;
    const py = y + (0.5 - v) * tall;
    return [px, py, depth(near, px, py) + lift];
  };
  return slab(fn, { nu: 40, nv: 30, size: [wide, tall], mat, thick });
}

function frontOf({ pos }, [x, y, reach]) {
  const near = [];
  for (let i = 0; i < pos.length; i += 3) {
    if (pos[i + 2] > 0 && Math.abs(pos[i] - x) < reach && Math.abs(pos[i + 1] - y) < reach)
      near.push([pos[i], pos[i + 1], pos[i + 2]]);
  }
  return near;
}

/** The mean depth of the points round about, the nearest counting most. */
function depth(points, x, y) {
  let sum = 0;
  let total = 0;
  for (const [px, py, pz] of points) {
    const w = 1 / (0.15 + (px - x) ** 2 + (py - y) ** 2) ** 3;
    sum += pz * w;
    total += w;
  }
  return total ? sum / total : 0;
}
