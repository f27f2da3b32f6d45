import "server-only";
import { AppError } from "@/lib/errors";
import { readErrorMessage } from "@/lib/medusa/errors";
import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from "@/lib/auth/password-rules";

/** Messages for the backend's codes of refused passwords (`medusa/src/account/password.ts`). */
const MESSAGES: Record<string, string> = {
  password_too_short: `Please use at least ${PASSWORD_MIN_LENGTH} characters.`,
  password_too_long: `Please use at most ${PASSWORD_MAX_LENGTH} characters.`,
  password_unreadable:
    "There is a character in it that cannot be typed. Please use letters, digits, signs and spaces.",
  password_blank: "Spaces alone are easy to guess. Please add a few words.",
  password_common:
    "That is one of the first passwords anybody would try. Please use three or four words that do not belong together.",
  password_personal:
    "That is made of your name, your e-mail address or the shop's name. Please use something that nobody can look up.",
  password_breached:
    "That password is in a list stolen from another site. Please use one that you have nowhere else.",
};

const CODE = /^(password_\w+):/;

/**
 * Translates the backend's refusal of a new password.
 * @param error of `callAs`
 * @param field the name of the password's field in the form
 * @returns AppError "invalid" with a message for the field; null for any other error
 */
export function toPasswordError(error: unknown, field: "password" | "newPassword"): AppError | null {
  const [, code = ""] = CODE.exec(readErrorMessage(error) ?? "") ?? [];
  const message = MESSAGES[code];
  return message ? new AppError("invalid", { cause: error, fields: { [field]: message } }) : null;
}
