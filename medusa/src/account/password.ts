import { MedusaError } from "@medusajs/framework/utils";
import { isBreached } from "./breached-passwords";
import { isCommon } from "./common-passwords";
import { isPersonal, type Owner } from "./personal-passwords";

const MIN_LENGTH = 8;
/** Bounds the work of hashing. */
const MAX_LENGTH = 200;

/** Why a password is refused: the response's `code`, and the first word of its message. */
export type PasswordProblem =
  | "password_too_short"
  | "password_too_long"
  | "password_unreadable"
  | "password_blank"
  | "password_common"
  | "password_personal"
  | "password_breached";

const PROBLEM_TEXTS: Record<PasswordProblem, string> = {
  password_too_short: `use at least ${MIN_LENGTH} characters.`,
  password_too_long: `use at most ${MAX_LENGTH} characters.`,
  password_unreadable: "it has characters that cannot be typed.",
  password_blank: "it is made of spaces.",
  password_common: "it is among the first that are tried.",
  password_personal: "it is made of a name or an address that belongs to the account, or of the shop's.",
  password_breached: "it is in a list of passwords that have been stolen elsewhere.",
};

const CONTROL_OR_HALF_CHARACTER = /[\p{Cc}\p{Cs}]/u;
/** White space, joiners, and letters that are drawn as a space. */
const BLANK = /^[\s\p{Z}\p{Cf}\u115F\u1160\u2800\u3164\uFFA0]*$/u;

/** Normalises a password, so that equal-looking input is equal (Unicode NFKC, NIST SP 800-63B section 3.1.1.2). */
export function normalizePassword(password: string): string {
  return password.normalize("NFKC");
}

/**
 * Finds what is wrong with a new password; null if nothing is. Length counts characters after normalisation. No kinds
 * of characters are required (NIST SP 800-63B).
 */
export function findPasswordProblem(password: string, owner: Owner): PasswordProblem | null {
  if (password.length > MAX_LENGTH) return "password_too_long";
  const normalized = normalizePassword(password);
  if ([...normalized].length > MAX_LENGTH) return "password_too_long";
  if (CONTROL_OR_HALF_CHARACTER.test(normalized)) return "password_unreadable";
  if (BLANK.test(normalized) && normalized !== "") return "password_blank";
  if ([...normalized].length < MIN_LENGTH) return "password_too_short";
  if (isPersonal(normalized, owner)) return "password_personal";
  return isCommon(normalized) ? "password_common" : null;
}

/**
 * Refuses a password that an account may not have.
 * @param password as sent
 * @throws MedusaError "invalid_data" with the problem as its code
 */
export async function requireAcceptablePassword(password: unknown, owner: Owner): Promise<void> {
  const text = typeof password === "string" ? password : "";
  const problem = findPasswordProblem(text, owner);
  if (problem) throw createProblemError(problem);
  if (await isBreached(normalizePassword(text))) throw createProblemError("password_breached");
}

/** The message starts with the code, because Medusa's client passes on the message only. */
function createProblemError(problem: PasswordProblem): MedusaError {
  return new MedusaError(MedusaError.Types.INVALID_DATA, `${problem}: ${PROBLEM_TEXTS[problem]}`, problem);
}
