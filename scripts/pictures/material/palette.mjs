/** The shop's colours. Everything drawn is one of these, lighter or darker by light alone. */
export const PALETTE = {
  ink: "#1e2430",
  oat: "#d3bd98",
  moss: "#666a42",
  rust: "#ab4f28",
  oxblood: "#6a1d26",
  marigold: "#dc9a26",
  fog: "#8fa5b1",
  plum: "#523448",
  bone: "#eee2cb",
  teal: "#2a5a5a",
  cocoa: "#5b3c2b",
  brass: "#b9924a",
  slate: "#4d545c",
  rose: "#c68c7c",
};

/** Backgrounds: paper and plaster, close to each other, so that a page of pictures is one page. */
export const GROUNDS = {
  plaster: "#dcd5c9",
  paper: "#e2dbcf",
  clay: "#d8c8b8",
  mist: "#d6d2c9",
  sage: "#cccdbd",
  stone: "#cfc8bd",
};

const toLinear = (c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);

/** Linear RGB of a palette name, a ground's name or a hex colour. */
export function linear(name) {
  const hex = PALETTE[name] ?? GROUNDS[name] ?? name;
  if (!/^#[0-9a-f]{6}$/i.test(hex)) throw new Error(`No colour named ${name}`);
  return [1, 3, 5].map((i) => toLinear(parseInt(hex.slice(i, i + 2), 16) / 255));
}

/** `amount` of the way from colour a to colour b. */
export const mix = (a, b, amount) => a.map((c, i) => c + (b[i] - c) * amount);

/** A colour, darker (below 1) or lighter (above 1). */
export const scale = (colour, amount) => colour.map((c) => Math.min(1, c * amount));
