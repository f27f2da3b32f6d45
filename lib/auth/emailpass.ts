import "server-only";
import { z } from "zod";
import { toPasswordError } from "@/lib/auth/password-errors";
import { AppError } from "@/lib/errors";
import { callAs } from "@/lib/medusa/client";
import { customerHeaders, guestHeaders } from "@/lib/medusa/headers";
import { recordAuditEntry } from "@/lib/audit-log";
import { readRequestClient } from "@/lib/http/client-ip";
import { readCustomerId } from "@/lib/session/backend-token";

export type Credentials = { email: string; password: string };

const EMAILPASS = "/auth/customer/emailpass";

/** A backend may ask for more than a password; any other response signs nobody in. */
const authResponse = z.union([
  z.object({ verification_required: z.literal(true) }),
  z.object({ mfa_required: z.literal(true) }),
  z.object({ location: z.string() }),
  z.object({ token: z.string() }),
]);

/**
 * Signs in at Medusa with a password.
 * @returns a backend token; without a customer if the registration was interrupted
 * @throws AppError "wrong-credentials", "verification-required", "mfa-required", "unavailable"
 */
export async function authenticate(credentials: Credentials): Promise<string> {
  return readToken(await post(EMAILPASS, credentials));
}

type NewLogin = Credentials & { firstName: string; lastName: string };

/**
 * Creates a login at Medusa, for which a customer can then be created.
 * @param login with the person's name, which is refused as a password
 * @throws AppError "wrong-credentials" if the address has a login already, "invalid" with a message for `password`,
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
    const refusal = toPasswordError(error, "password");
    if (refusal) throw refusal;
    const isRefused =
      error instanceof AppError && ["signed-out", "invalid", "not-found"].includes(error.code);
    throw isRefused ? new AppError("wrong-credentials") : error;
  }
}

type Details = Credentials & Partial<Omit<Registration, keyof Credentials>>;

/** The token itself; for a login without a customer, creates the customer and returns a token for it. */
export async function completeCustomer(backendToken: string, details: Details): Promise<string> {
  if (readCustomerId(backendToken)) return backendToken;
  const { email, password, firstName, lastName, phone } = details;
  const body = { email, first_name: firstName, last_name: lastName, ...(phone ? { phone } : {}) };
  await callAs(customerHeaders(backendToken), "/store/customers", { method: "POST", body });
  const token = await authenticate({ email, password });
  const customerId = readCustomerId(token);
  if (!customerId) throw new AppError("unavailable");
  const { ip } = await readRequestClient();
  await recordAuditEntry({ type: "account.registered", customerId, sessionId: null, ip });
  return token;
}

export type Registration = Credentials & { firstName: string; lastName: string; phone: string };
