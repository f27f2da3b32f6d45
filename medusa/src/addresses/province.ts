import { PROVINCE_NAMES } from "./province-names";

interface Province {
  code: string;
  names: string[];
}

/** Countries where addresses name a province instead of abbreviating it. */
const WRITTEN_BY_NAME = new Set(["es", "jp"]);

const MAX_LENGTH = 120;
/** Suffixes such as "-to" and "-ken" are not part of a prefecture's name; Hokkaido's "do" is. */
const PREFECTURE_SUFFIX = /[\s-](?:to|fu|ken)$|(?<=..)[都府県]$/i;

function listProvinces(country: string): Province[] {
  return (PROVINCE_NAMES[country] ?? "").split(",").flatMap((entry) => {
    const [code, ...words] = entry.trim().split(" ");
    return code ? [{ code, names: words.join(" ").split("/") }] : [];
  });
}

/** Letters and digits only, without accents, in lower case. */
function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/**
 * Converts a province to its ISO 3166-2 code in lower case, by which Medusa finds tax regions and service zones:
 * "us-ca" for "CA" and "California". Returns unknown provinces unchanged.
 * @param country ISO 3166-1 alpha-2
 */
export function toProvinceCode(typed: string, country: string): string {
  const own = country.toLowerCase();
  const text = typed.slice(0, MAX_LENGTH).normalize("NFKC").trim();
  const bare = text.toLowerCase().startsWith(`${own}-`) ? text.slice(own.length + 1) : text;
  const known = listProvinces(own);
  const names = new Set([fold(bare), fold(bare.replace(PREFECTURE_SUFFIX, ""))]);
  const province = known.find((each) => [each.code, ...each.names].some((name) => names.has(fold(name))));
  if (province) return `${own}-${province.code.toLowerCase()}`;
  const isCode = /^[a-z\d]{1,3}$/i.test(bare) && (known.length === 0 || bare !== text);
  return isCode ? `${own}-${bare.toLowerCase()}` : typed;
}

/** Formats a stored province as addresses of its country write it: "CA" for "us-ca", "Tokyo" for "jp-13". */
export function formatProvince(
  stored: string | null | undefined,
  country: string | null | undefined,
): string | null {
  const own = (country ?? "").toLowerCase();
  if (!stored || !own || !stored.toLowerCase().startsWith(`${own}-`)) return stored ?? null;
  const code = stored.slice(own.length + 1).toUpperCase();
  if (!WRITTEN_BY_NAME.has(own)) return code;
  return listProvinces(own).find((province) => province.code === code)?.names[0] ?? code;
}
