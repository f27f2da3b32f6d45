import "server-only";
import { recordAuditEntry } from "@/lib/audit-log";
import { authenticate, registerIdentity, type Credentials } from "@/lib/auth/emailpass";
import { AppError } from "@/lib/errors";
import { callAs } from "@/lib/medusa/client";
import { customerHeaders } from "@/lib/medusa/headers";
import { readClient } from "@/lib/http/client-ip";
import { readCustomerId } from "@/lib/session/backend-token";

export type Registration = Credentials & { firstName: string; lastName: string; phone: string };

/**
 * Makes an account and gives a token that speaks for it. A registration that was cut off half-way is carried on by
 * whoever knows its password. That an address has an account is told to its owner alone: who shows the right password
 * is sent to the sign-in, where a name and a phone number typed here are not dropped without a word; for everybody else
 * the words are the same as for an address that cannot be used.
 * @throws AppError "already-registered", "not-registered", "invalid" with a message for `password`,
 *   "verification-required", "unavailable"
 */
export async function register(registration: Registration): Promise<string> {
  const { email, password, firstName, lastName } = registration;
  const token = await registerIdentity({ email, password, firstName, lastName }).catch((error: unknown) => {
    if (!(error instanceof AppError) || error.code !== "wrong-credentials") throw error;
    return null;
  });
  return completeCustomer(token ?? (await resume({ email, password })), registration);
}

/** The address is taken: by this very person, if the password fits. */
async function resume(credentials: Credentials): Promise<string> {
  const token = await authenticate(credentials).catch((error: unknown) => {
    const isRefused = error instanceof AppError && error.code === "wrong-credentials";
    throw isRefused ? new AppError("not-registered") : error;
  });
  if (readCustomerId(token)) throw new AppError("already-registered");
  return token;
}

type Details = Credentials & Partial<Omit<Registration, keyof Credentials>>;

/** Gives the token as it is, or, for an identity without a customer, makes the customer first. */
export async function completeCustomer(backendToken: string, details: Details): Promise<string> {
  if (readCustomerId(backendToken)) return backendToken;
  const { email, password, firstName, lastName, phone } = details;
  const body = { email, first_name: firstName, last_name: lastName, ...(phone ? { phone } : {}) };
  await callAs(customerHeaders(backendToken), "/store/customers", { method: "POST", body });
  const token = await authenticate({ email, password });
  const customerId = readCustomerId(token);
  if (!customerId) throw new AppError("unavailable");
  const { ip } = await readClient();
  await recordAuditEntry({ type: "account.registered", customerId, sessionId: null, ip });
  return token;
}
