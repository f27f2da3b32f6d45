import "server-only";
import { z } from "zod";
import { toPasswordRefusal } from "@/lib/auth/new-password";
import { AppError } from "@/lib/errors";
import { callAs } from "@/lib/medusa/client";
import { guestHeaders } from "@/lib/medusa/headers";

export type Credentials = { email: string; password: string };

const EMAILPASS = "/auth/customer/emailpass";

/** A backend may ask for more than a password. Whatever it answers beyond this is not understood, and signs nobody in. */
const authResponse = z.union([
  z.object({ verification_required: z.literal(true) }),
  z.object({ mfa_required: z.literal(true) }),
  z.object({ location: z.string() }),
  z.object({ token: z.string() }),
]);

/**
 * Shows Medusa the password.
 * @returns a Medusa token, which speaks for no customer yet if a registration was interrupted
 * @throws AppError "wrong-credentials", "verification-required", "mfa-required", "unavailable"
 */
export async function authenticate(credentials: Credentials): Promise<string> {
  return readToken(await post(EMAILPASS, credentials));
}

type NewLogin = Credentials & { firstName: string; lastName: string };

/**
 * Makes an identity that a customer can then be made for.
 * @param login names go along so that they are taken for no password
 * @throws AppError "wrong-credentials" when the address has one already, "invalid" with a message for `password`,
 *   "verification-required", "unavailable"
 */
export async function registerIdentity({ firstName, lastName, ...credentials }: NewLogin): Promise<string> {
  const body = { ...credentials, first_name: firstName, last_name: lastName };
  return readToken(await post(`${EMAILPASS}/register`, body));
}

function readToken(response: unknown): string {
  const parsed = authResponse.safeParse(response);
  if (!parsed.success) throw new AppError("unavailable", { cause: parsed.error });
  if ("verification_required" in parsed.data) throw new AppError("verification-required");
  if ("mfa_required" in parsed.data) throw new AppError("mfa-required");
  if ("location" in parsed.data) throw new AppError("unavailable");
  return parsed.data.token;
}

async function post(path: string, body: Credentials): Promise<unknown> {
  try {
    return await callAs(guestHeaders(), path, { method: "POST", body });
  } catch (error) {
    const refusal = toPasswordRefusal(error, "password");
    if (refusal) throw refusal;
    const isRefused =
      error instanceof AppError && ["signed-out", "invalid", "not-found"].includes(error.code);
    throw isRefused ? new AppError("wrong-credentials") : error;
  }
}
