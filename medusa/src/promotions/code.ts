/** Zero-width, directional and control characters, which come along when text is copied from a mail or a web page. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}]/gu;
const DASH = /[\p{Pd}\u2212]|(?<=[\w-])\u30fc(?=\w)/gu;
/** Quotation marks and brackets around a code, as in a sentence that names it. */
const SURROUNDING = /^[\s\p{Pi}\p{Pf}\p{Ps}"'`´]+|[\s\p{Pi}\p{Pf}\p{Pe}"'`´]+$/gu;

/** Longer than any code that a shopkeeper gives out. */
const MAX_LENGTH = 100;

/** A code as it was meant: without what full-width keyboards and copying add to it. Its case stays. */
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

/** Two codes with the same key are the same to a shopper. */
export function codeKey(code: string): string {
  return cleanCode(code).toLowerCase();
}

/**
 * A pattern for SQL's ILIKE that matches every code with this key, and few others: what is no ASCII letter or digit may
 * be stored in another form.
 */
export function codePattern(code: string): string {
  return [...codeKey(code)].map((character) => (/[a-z\d]/.test(character) ? character : "_")).join("");
}

interface Coded {
  code: string;
  status: string;
  created_at: Date | string;
}

/** Which of several promotions is meant by a code: spelled exactly so, else an active one, else the oldest. */
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
