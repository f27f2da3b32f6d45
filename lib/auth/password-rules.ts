import { z } from "zod";

/** The backend checks the same lengths, and all other rules (medusa/src/account/password.ts). */
export const PASSWORD_MIN_LENGTH = 8;
export const PASSWORD_MAX_LENGTH = 200;

/** An existing password: no rules but a limit. */
export const passwordSchema = z
  .string({ error: "Please enter your password." })
  .min(1, "Please enter your password.")
  .max(PASSWORD_MAX_LENGTH, "That is too long for a password.");

/** A new password. */
export const newPasswordSchema = z
  .string({ error: "Please choose a password." })
  .min(PASSWORD_MIN_LENGTH, `Please use at least ${PASSWORD_MIN_LENGTH} characters.`)
  .max(PASSWORD_MAX_LENGTH, `Please use at most ${PASSWORD_MAX_LENGTH} characters.`);
