/** Triangles to pixels: which triangle each pixel shows, and how far away a light sees things. */

/** All meshes of a scene in one set of arrays. */
export function gather(meshes) {
  const points = meshes.reduce((sum, m) => sum + m.pos.length / 3, 0);
  const corners = meshes.reduce((sum, m) => sum + m.idx.length, 0);
  const all = {
    pos: new Float32Array(points * 3),
    nor: new Float32Array(points * 3),
    uv: new Float32Array(points * 2),
    idx: new Uint32Array(corners),
    mat: new Uint16Array(corners / 3),
    materials: [],
    casting: 0,
  };
  let p = 0;
  let c = 0;
  const quiet = (m) => m.mat.ground === true || m.casts === false;
  for (const mesh of [...meshes].sort((a, b) => Number(quiet(a)) - Number(quiet(b)))) {
    all.pos.set(mesh.pos, p * 3);
    all.nor.set(mesh.nor, p * 3);
    all.uv.set(mesh.uv, p * 2);
    let m = all.materials.indexOf(mesh.mat);
    if (m < 0) m = all.materials.push(mesh.mat) - 1;
    for (let i = 0; i < mesh.idx.length; i += 1) all.idx[c + i] = mesh.idx[i] + p;
    all.mat.fill(m, c / 3, (c + mesh.idx.length) / 3);
    p += mesh.pos.length / 3;
    c += mesh.idx.length;
    // Grounds and hairs come last: they cast no shadow, so the light's view stays close to the object.
    if (!quiet(mesh)) all.casting = c;
  }
  return all;
}

/** A camera at `eye` looking at `at`; `frame` is the height in cm of what it sees there. */
export function camera({ eye, at, frame }) {
  const back = [eye[0] - at[0], eye[1] - at[1], eye[2] - at[2]];
  const far = Math.hypot(...back);
  const f = back.map((x) => x / far);
  const r = [f[2], 0, -f[0]];
  const rl = Math.hypot(...r);
  const right = r.map((x) => x / rl);
  const up = [
    f[1] * right[2] - f[2] * right[1],
    f[2] * right[0] - f[0] * right[2],
    f[0] * right[1] - f[1] * right[0],
  ];
  return { eye, right, up, forward: f.map((x) => -x), zoom: far / frame, far, frame };
}

/** Screen x, y and 1/depth of every point. */
function project(pos, view, [w, h]) {
  const out = new Float32Array(pos.length);
  const { eye, right, up, forward, zoom } = view;
  for (let i = 0; i < pos.length; i += 3) {
    const x = pos[i] - eye[0];
    const y = pos[i + 1] - eye[1];
    const z = pos[i + 2] - eye[2];
    const depth = x * forward[0] + y * forward[1] + z * forward[2];
    const k = (zoom * h) / Math.max(depth, 1);
    out[i] = w / 2 + (x * right[0] + y * right[1] + z * right[2]) * k;
    out[i + 1] = h / 2 - (x * up[0] + y * up[1] + z * up[2]) * k;
    out[i + 2] = depth > 1 ? 1 / depth : 0;
  }
  return out;
}

/** For every pixel the nearest triangle (or -1), two of its three shares, and 1/depth. */
export function look(scene, view, [w, h]) {
  const screen = project(scene.pos, view, [w, h]);
  const seen = {
    tri: new Int32Array(w * h).fill(-1),
    b: new Float32Array(w * h),
    c: new Float32Array(w * h),
    near: new Float32Array(w * h),
    w,
    h,
    screen,
  };
  for (let t = 0; t < scene.idx.length; t += 3) fill(seen, scene.idx, t);
  return seen;
}

function fill({ tri, b, c, near, w, h, screen }, idx, t) {
  const i0 = idx[t] * 3;
  const i1 = idx[t + 1] * 3;
  const i2 = idx[t + 2] * 3;
  const x0 = screen[i0],
    y0 = screen[i0 + 1],
    z0 = screen[i0 + 2];
  const x1 = screen[i1],
    y1 = screen[i1 + 1],
    z1 = screen[i1 + 2];
  const x2 = screen[i2],
    y2 = screen[i2 + 1],
    z2 = screen[i2 + 2];
  if (z0 === 0 || z1 === 0 || z2 === 0) return;
  const area = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0);
  if (Math.abs(area) < 1e-9) return;
  const left = Math.max(0, Math.ceil(Math.min(x0, x1, x2) - 0.5));
  const right = Math.min(w - 1, Math.floor(Math.max(x0, x1, x2) - 0.5));
  const top = Math.max(0, Math.ceil(Math.min(y0, y1, y2) - 0.5));
  const low = Math.min(h - 1, Math.floor(Math.max(y0, y1, y2) - 0.5));
  const k = 1 / area;
  const db = (y2 - y0) * k;
  const dc = -(y1 - y0) * k;
  for (let y = top; y <= low; y += 1) {
    const dy = y + 0.5 - y0;
    let bb = ((left + 0.5 - x0) * (y2 - y0) - dy * (x2 - x0)) * k;
    let cc = (dy * (x1 - x0) - (left + 0.5 - x0) * (y1 - y0)) * k;
    let p = y * w + left;
    for (let x = left; x <= right; x += 1, p += 1, bb += db, cc += dc) {
      if (bb < -2e-5 || cc < -2e-5 || bb + cc > 1.00002) continue;
      const z = z0 + (z1 - z0) * bb + (z2 - z0) * cc;
      if (z <= near[p]) continue;
      near[p] = z;
      tri[p] = t;
      b[p] = bb;
      c[p] = cc;
    }
  }
}

/** How far a light from direction `dir` reaches: a square map around the sphere { centre, radius }. */
export function shade(scene, { dir, centre, radius, size, map }) {
  const up = Math.abs(dir[1]) < 0.95 ? [0, 1, 0] : [1, 0, 0];
  const a = normal([
    up[1] * dir[2] - up[2] * dir[1],
    up[2] * dir[0] - up[0] * dir[2],
    up[0] * dir[1] - up[1] * dir[0],
  ]);
  const b = [dir[1] * a[2] - dir[2] * a[1], dir[2] * a[0] - dir[0] * a[2], dir[0] * a[1] - dir[1] * a[0]];
  const k = size / (2 * radius);
  const move = [a, b, dir].map((v) => -(v[0] * centre[0] + v[1] * centre[1] + v[2] * centre[2]));
  const { pos, idx, casting, flat } = scene;
  for (let i = 0; i < pos.length; i += 3) {
    const x = pos[i],
      y = pos[i + 1],
      z = pos[i + 2];
    flat[i] = (a[0] * x + a[1] * y + a[2] * z + move[0] + radius) * k;
    flat[i + 1] = (b[0] * x + b[1] * y + b[2] * z + move[1] + radius) * k;
    flat[i + 2] = dir[0] * x + dir[1] * y + dir[2] * z + move[2];
  }
  map.fill(-1e9);
  for (let t = 0; t < casting; t += 3)
    stamp({ map, size, flat }, idx[t] * 3, [idx[t + 1] * 3, idx[t + 2] * 3]);
  return { a, b, dir, k, move, radius, size, map };
}

const normal = (v) => v.map((x) => x / Math.hypot(...v));

function stamp({ map, size, flat }, i0, [i1, i2]) {
  const x0 = flat[i0],
    y0 = flat[i0 + 1],
    z0 = flat[i0 + 2];
  const x1 = flat[i1],
    y1 = flat[i1 + 1],
    z1 = flat[i1 + 2];
  const x2 = flat[i2],
    y2 = flat[i2 + 1],
    z2 = flat[i2 + 2];
  const area = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0);
  if (area < 1e-9 && area > -1e-9) return;
  const left = Math.max(0, Math.ceil(Math.min(x0, x1, x2) - 0.5));
  const right = Math.min(size - 1, Math.floor(Math.max(x0, x1, x2) - 0.5));
  const top = Math.max(0, Math.ceil(Math.min(y0, y1, y2) - 0.5));
  const low = Math.min(size - 1, Math.floor(Math.max(y0, y1, y2) - 0.5));
  const k = 1 / area;
  const db = (y2 - y0) * k;
  const dc = -(y1 - y0) * k;
  for (let y = top; y <= low; y += 1) {
    const dy = y + 0.5 - y0;
    let bb = ((left + 0.5 - x0) * (y2 - y0) - dy * (x2 - x0)) * k;
    let cc = (dy * (x1 - x0) - (left + 0.5 - x0) * (y1 - y0)) * k;
    let p = y * size + left;
    for (let x = left; x <= right; x += 1, p += 1, bb += db, cc += dc) {
      if (bb < -2e-5 || cc < -2e-5 || bb + cc > 1.00002) continue;
      const z = z0 + (z1 - z0) * bb + (z2 - z0) * cc;
      if (z > map[p]) map[p] = z;
    }
  }
}
