import { shade } from "./raster.mjs";
import { cross, unit } from "./vector.mjs";

/**
 * The light of the shop: one large soft window, upper left, and the room around it.
 * Both are many small lights, each with its own shadow map, which is what makes the shadows soft.
 */
export const WINDOW = unit([-0.62, 0.68, 0.6]);
const WINDOW_SPREAD = 0.26;
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/** Lights as { dir, window: share of the window's light, room: share of the room's }. */
export function rig({ window = 40, room = 64 } = {}) {
  const a = unit(cross([0, 1, 0], WINDOW));
  const b = cross(WINDOW, a);
  const panes = Array.from({ length: window }, (_, i) => {
    const r = WINDOW_SPREAD * Math.sqrt((i + 0.5) / window);
    const x = Math.cos(i * GOLDEN) * r;
    const y = Math.sin(i * GOLDEN) * r;
    return {
      dir: unit(WINDOW.map((c, d) => c + a[d] * x + b[d] * y)),
      window: 1 / window,
      room: 0,
      blur: (WINDOW_SPREAD * 0.9) / Math.sqrt(window),
    };
  });
  return [...panes, ...dome(room)];
}

function dome(count) {
  const lights = [];
  for (let i = 0; i < count * 2; i += 1) {
    const z = 1 - (2 * i + 1) / (count * 2);
    const r = Math.sqrt(1 - z * z);
    const dir = [Math.cos(i * GOLDEN) * r, Math.sin(i * GOLDEN) * r, z];
    // The room: bright above and in front, less so from the right and nothing from behind the wall.
    const bright = Math.max(0, 0.55 + 0.45 * dir[1] - 0.22 * dir[0] + 0.35 * dir[2]);
    if (dir[2] > -0.25 && dir[1] > -0.55)
      lights.push({ dir, window: 0, room: bright, blur: 1.3 / Math.sqrt(count) });
  }
  const total = lights.reduce((sum, l) => sum + l.room, 0) / 2;
  return lights.map((l) => ({ ...l, room: l.room / total }));
}

/**
 * Adds up what reaches every pixel: light from the window, light from the room, and how open the place is.
 * Neighbouring pixels take different lights and even out afterwards: objects when the picture is made smaller, so
 * each 2 x 2 sees all of them; plain grounds when they are smoothed, so there each 8 x 8 does.
 */
export function illuminate(scene, surface, { lights, size }) {
  const { n } = surface;
  const lit = { window: new Float32Array(n), room: new Float32Array(n), open: new Float32Array(n) };
  const bounds = enclose(scene);
  const map = new Float32Array(size * size);
  const fine = slots(surface, { side: 2, shift: 0 }, (m) => !scene.materials[m].ground);
  const coarse = slots(surface, { side: 4, shift: 1 }, (m) => scene.materials[m].ground === true);
  lights.forEach((light, i) => {
    const view = shade(scene, { dir: light.dir, ...bounds, size, map });
    cast(view, surface, { light, lit, pixels: fine[i % 4], shares: 4 });
    cast(view, surface, { light, lit, pixels: coarse[(i * 7) % 16], shares: 16 });
  });
  return lit;
}

/** The pixels of some materials, sorted by where they lie in squares of `side` x `side`, of blocks of two if `shift` is 1. */
function slots({ w, n, mat }, { side, shift }, belongs) {
  const wanted = new Map();
  const lists = Array.from({ length: side * side }, () => []);
  for (let i = 0; i < n; i += 1) {
    const m = mat[i];
    if (m < 0) continue;
    if (!wanted.has(m)) wanted.set(m, belongs(m));
    if (wanted.get(m)) lists[((((i / w) | 0) >> shift) % side) * side + (((i % w) >> shift) % side)].push(i);
  }
  return lists.map((list) => Int32Array.from(list));
}

function enclose({ pos, idx, casting }) {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (let t = 0; t < casting; t += 1) {
    for (let d = 0; d < 3; d += 1) {
      const x = pos[idx[t] * 3 + d];
      if (x < low[d]) low[d] = x;
      if (x > high[d]) high[d] = x;
    }
  }
  const centre = low.map((x, d) => (x + high[d]) / 2);
  return { centre, radius: Math.hypot(...low.map((x, d) => high[d] - x)) / 2 + 1 };
}

function cast(view, { p, nor, thin }, { light, lit, pixels, shares }) {
  const { dir } = view;
  const texel = (2 * view.radius) / view.size;
  const windowShare = light.window * shares;
  const roomShare = light.room * shares;
  const salt = Math.imul(Math.floor((dir[0] + 2) * 1e6), 2654435761) ^ Math.floor((dir[1] + 2) * 1e6);
  const probe = { x: 0, y: 0, z: 0, blur: light.blur, texel };
  for (let q = 0; q < pixels.length; q += 1) {
    const i = pixels[q];
    const j = i * 3;
    const turned = dir[0] * nor[j] + dir[1] * nor[j + 1] + dir[2] * nor[j + 2];
    const through = turned > 0 ? 1 : thin[i];
    if (through === 0) continue;
    const facing = Math.abs(turned);
    // The point is moved off its surface, towards the light or, for light that comes through, past the cloth.
    const offset = texel * (1.2 + 1.6 * (1 - facing)) * (turned > 0 ? 1 : -2.5);
    probe.x = p[j] + nor[j] * offset;
    probe.y = p[j + 1] + nor[j + 1] * offset;
    probe.z = p[j + 2] + nor[j + 2] * offset;
    const seen = reached(view, probe, Math.imul(i ^ salt, 0x9e3779b1));
    if (seen === 0) continue;
    lit.window[i] += windowShare * facing * seen * through;
    lit.room[i] += roomShare * facing * seen * through;
    lit.open[i] += roomShare * seen * 0.5;
  }
}

/**
 * The share of the light that reaches a point. Each pixel leans the light a little its own way (`chance`), as far as
 * its neighbours in the rig: no bands in the half-shadow.
 */
function reached({ a, b, dir, k, move, radius, size, map }, { x, y, z, blur, texel }, chance) {
  const depth = dir[0] * x + dir[1] * y + dir[2] * z + move[2] + texel;
  const lean = Math.max(0, -depth) * blur * k;
  const s =
    (a[0] * x + a[1] * y + a[2] * z + move[0] + radius) * k + ((chance & 0xffff) / 65536 - 0.5) * 2 * lean;
  const t =
    (b[0] * x + b[1] * y + b[2] * z + move[1] + radius) * k + ((chance >>> 16) / 65536 - 0.5) * 2 * lean;
  if (s <= 1 || t <= 1 || s >= size - 2 || t >= size - 2) return 1;
  const i = (s - 0.5) | 0;
  const j = (t - 0.5) | 0;
  const fx = s - 0.5 - i;
  const fy = t - 0.5 - j;
  const q = j * size + i;
  const top = (map[q] <= depth ? 1 - fx : 0) + (map[q + 1] <= depth ? fx : 0);
  const low = (map[q + size] <= depth ? 1 - fx : 0) + (map[q + size + 1] <= depth ? fx : 0);
  return top * (1 - fy) + low * fy;
}
