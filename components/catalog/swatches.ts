/** The colours of the swatches, by option value. Other values have no swatch. */
const SWATCHES: Record<string, string> = {
  Bone: "#ece3d2",
  Cocoa: "#5b3c2b",
  Fog: "#8fa5b1",
  Ink: "#20293a",
  Marigold: "#dc9a26",
  Moss: "#5b6a3c",
  Oat: "#d3bd98",
  Oxblood: "#6a1d26",
  Plum: "#54304f",
  Rose: "#c68c7c",
  Rust: "#ab4f28",
  Teal: "#1d5b5e",
};

/** The CSS colour of an option value, if it has one. */
export function getSwatch(value: string): string | undefined {
  return SWATCHES[value];
}
