import { toSlug } from "./slug";

/** Materials to filter by, as they are in addresses, and the words in a product's material that stand for them. */
const MATERIALS: Record<string, RegExp> = {
  wool: /\b(?:wool|lambswool|merino|alpaca|tweed)\b/i,
  cashmere: /\bcashmere\b/i,
  felt: /\bfelt\b/i,
  silk: /\bsilk\b/i,
  cotton: /\bcotton\b/i,
  linen: /\blinen\b/i,
  leather: /\bleather\b/i,
  polyester: /\bpolyester\b/i,
  paper: /\bpaper\b|\brag\b/i,
};

/** The materials that a text such as "80% lambswool, 20% silk" names; an unknown material stands for itself. */
export function listMaterials(text: string | null): string[] {
  if (!text?.trim()) return [];
  const known = Object.keys(MATERIALS).filter((name) => MATERIALS[name]?.test(text));
  if (known.length > 0) return known;
  const [first = ""] = text.replace(/^[\d.,\s]*%\s*/u, "").split(/[,;]/);
  return [toSlug(first)].filter(Boolean);
}
