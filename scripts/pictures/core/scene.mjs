/** A scene: every mesh of a shot in one set of arrays. */

const quiet = (mesh) => mesh.mat.ground === true || mesh.casts === false;

/** Grounds and hairs come last: they cast no shadow, so the light's view stays close to the object. */
export function gather(meshes) {
  const all = empty(meshes);
  let p = 0;
  let c = 0;
  for (const mesh of meshes.toSorted((a, b) => Number(quiet(a)) - Number(quiet(b)))) {
    all.pos.set(mesh.pos, p * 3);
    all.nor.set(mesh.nor, p * 3);
    all.uv.set(mesh.uv, p * 2);
    for (let i = 0; i < mesh.idx.length; i += 1) all.idx[c + i] = mesh.idx[i] + p;
    all.mat.fill(materialOf(all, mesh), c / 3, (c + mesh.idx.length) / 3);
    p += mesh.pos.length / 3;
    c += mesh.idx.length;
    if (!quiet(mesh)) all.casting = c;
  }
  return all;
}

function empty(meshes) {
  const points = meshes.reduce((sum, m) => sum + m.pos.length / 3, 0);
  const corners = meshes.reduce((sum, m) => sum + m.idx.length, 0);
  return {
    pos: new Float32Array(points * 3),
    nor: new Float32Array(points * 3),
    uv: new Float32Array(points * 2),
    flat: new Float32Array(points * 3),
    idx: new Uint32Array(corners),
    mat: new Uint16Array(corners / 3),
    materials: [],
    casting: 0,
  };
}

function materialOf({ materials }, { mat }) {
  const known = materials.indexOf(mat);
  return known < 0 ? materials.push(mat) - 1 : known;
}
