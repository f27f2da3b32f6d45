import "server-only";
import { Client, FetchError } from "@medusajs/js-sdk";
import { AppError } from "@/lib/errors";
import { env } from "@/lib/env";
import { guestHeaders, type IdentityHeaders } from "@/lib/medusa/headers";
import { findRefusal } from "@/lib/medusa/refusal";
import { storefrontProof } from "@/lib/medusa/storefront-proof";

/** How long one call to the backend may take before it counts as an outage. */
const TIMEOUT_MILLISECONDS = 10_000;

export type Query = Record<string, string | number | boolean | string[] | undefined>;
type Call = {
  method?: "GET" | "POST" | "DELETE";
  query?: Query;
  body?: object;
  /** Nothing of the answer is read but its status: some routes of Medusa's say "Created", which is no JSON. */
  isAnswerIgnored?: boolean;
};

/**
 * A read that is the same for everyone. Takes no identity, so that what is cached can be nobody's.
 * @returns the answer as it came: see parseAnswer
 * @throws AppError "not-found", "invalid" or "unavailable"
 */
export function readPublic(path: string, query?: Query): Promise<unknown> {
  return send(path, { query }, guestHeaders());
}

/**
 * A read or change on behalf of one shopper: never cached, and always with that shopper's own headers.
 * @returns the answer as it came: see parseAnswer
 * @throws AppError "not-found", "signed-out" (the backend refuses who is asking), "unavailable", a code of
 *   `findRefusal`, or "invalid" for any other refusal
 */
export function callAs(identity: IdentityHeaders, path: string, call: Call = {}): Promise<unknown> {
  return send(path, call, identity);
}

/**
 * The SDK's client of one request. A client can remember the token of whoever signed in with it, and a shared one would
 * send it with the next shopper's request (client.test.ts): so there is none to share, and "nostore" besides.
 */
function openClient(): Client {
  return new Client({
    baseUrl: env.medusaUrl,
    publishableKey: env.medusaPublishableKey,
    auth: { type: "jwt", jwtTokenStorageMethod: "nostore" },
  });
}

/** Nothing is kept of a fetch: what may be kept is a whole read with its tags, and `use cache` keeps that. */
async function send(path: string, call: Call, identity: IdentityHeaders): Promise<unknown> {
  const { isAnswerIgnored, ...request } = call;
  try {
    return await openClient().fetch<unknown>(path, {
      ...request,
      headers: { ...identity, ...(isAnswerIgnored ? { accept: "text/plain" } : {}), ...storefrontProof() },
      cache: "no-store",
      signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
    });
  } catch (cause) {
    throw toAppError(cause);
  }
}

/** 408, 409 (somebody else was faster), 429, 5xx and network errors may pass and end nothing; the rest is an answer. */
function toAppError(cause: unknown): AppError {
  if (!(cause instanceof FetchError)) return new AppError("unavailable", { cause });
  if (cause.status === 404) return new AppError("not-found", { cause });
  if (cause.status === 401) return new AppError("signed-out", { cause });
  const refusal = findRefusal(cause.message);
  if (refusal) return new AppError(refusal, { cause });
  const isTransient = !cause.status || cause.status >= 500 || [408, 409, 429].includes(cause.status);
  return new AppError(isTransient ? "unavailable" : "invalid", { cause });
}
