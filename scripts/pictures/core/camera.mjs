/** Where a picture is taken from. */

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
export function project(pos, view, [w, h]) {
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
