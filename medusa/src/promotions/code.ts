/** Zero-width, directional and control characters, which are copied along from mails and web pages. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}]/gu;
const DASH = /[\p{Pd}\u2212]|(?<=[\w-])\u30fc(?=\w)/gu;
/** Quotation marks and brackets around a code. */
const SURROUNDING = /^[\s\p{Pi}\p{Pf}\p{Ps}"'`´]+|[\s\p{Pi}\p{Pf}\p{Pe}"'`´]+$/gu;

/** Longer than any real code. */
const MAX_LENGTH = 100;

/** Cleans a typed code of what full-width keyboards and copying add. Keeps the case. */
export function cleanCode(typed: string): string {
  return typed
    .slice(0, 4 * MAX_LENGTH)
    .normalize("NFKC")
    .replace(INVISIBLE, "")
    .replace(/\s+/gu, " ")
    .replace(DASH, "-")
    .replace(SURROUNDING, "")
    .slice(0, MAX_LENGTH);
}

/** Codes with the same key are the same to shoppers. */
export function codeKey(code: string): string {
  return cleanCode(code).toLowerCase();
}

/**
 * A pattern for SQL's ILIKE that matches every code with this key, and few others. Non-ASCII characters become
 * wildcards, because they may be stored in another form.
 */
export function codePattern(code: string): string {
  return [...codeKey(code)].map((character) => (/[a-z\d]/.test(character) ? character : "_")).join("");
}

interface Coded {
  code: string;
  status: string;
  created_at: Date | string;
}

/** Chooses among promotions with the same key: exact spelling first, then active, then oldest. */
export function chooseByCode<P extends Coded>(candidates: readonly P[], typed: string): P | undefined {
  const key = codeKey(typed);
  const rank = ({ code, status }: P) =>
    Number(code === typed) * 4 + Number(code === cleanCode(typed)) * 2 + Number(status === "active");
  return candidates
    .filter(({ code }) => key !== "" && codeKey(code) === key)
    .toSorted(
      (a, b) => rank(b) - rank(a) || new Date(a.created_at).getTime() - new Date(b.created_at).getTime(),
    )[0];
}
