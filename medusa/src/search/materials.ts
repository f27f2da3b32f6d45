import { toSlug } from "./slug";

/** Materials to filter by, and the words in a product's material that stand for them. */
const MATERIALS: Record<string, RegExp> = {
  Wool: /\b(?:wool|lambswool|merino|alpaca|tweed)\b/i,
  Cashmere: /\bcashmere\b/i,
  Felt: /\bfelt\b/i,
  Silk: /\bsilk\b/i,
  Cotton: /\bcotton\b/i,
  Linen: /\blinen\b/i,
  Leather: /\bleather\b/i,
  Polyester: /\bpolyester\b/i,
  Paper: /\bpaper\b|\brag\b/i,
};

/** The materials that a text such as "80% lambswool, 20% silk" names; an unknown material stands for itself. */
export function listMaterials(text: string | null): string[] {
  if (!text?.trim()) return [];
  const known = Object.keys(MATERIALS).filter((name) => MATERIALS[name]?.test(text));
  if (known.length > 0) return known;
  const [first = ""] = text.replace(/^[\d.,\s]*%\s*/u, "").split(/[,;]/);
  return toSlug(first) ? [first.trim().slice(0, MAX_LABEL_LENGTH)] : [];
}

const MAX_LABEL_LENGTH = 60;
