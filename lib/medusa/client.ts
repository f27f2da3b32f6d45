import "server-only";
import { Client, FetchError } from "@medusajs/js-sdk";
import { AppError } from "@/lib/errors";
import { env } from "@/lib/env";
import { guestHeaders, type IdentityHeaders } from "@/lib/medusa/headers";
import { findErrorCode } from "@/lib/medusa/errors";
import { storefrontProof } from "@/lib/medusa/storefront-proof";

/** A call to the backend that takes longer counts as an outage. */
const TIMEOUT_MS = 10_000;

export type Query = Record<string, string | number | boolean | string[] | undefined>;
type Call = {
  method?: "GET" | "POST" | "DELETE";
  query?: Query;
  body?: object;
  /** Reads only the status of the response: some of Medusa's routes respond with "Created", which is not JSON. */
  isResponseIgnored?: boolean;
};

/**
 * A read whose result is the same for everyone. Takes no identity, so callers may cache the result.
 * @returns the body of the response, unparsed: see `parseResponse`
 * @throws AppError "not-found", "invalid", "unavailable"
 */
export function readPublic(path: string, query?: Query): Promise<unknown> {
  return send(path, { query }, guestHeaders());
}

/**
 * As `readPublic`, for a question that is too long for an address: the route only reads.
 * @throws AppError "not-found", "invalid", "unavailable"
 */
export function searchPublic(path: string, body: object): Promise<unknown> {
  return send(path, { method: "POST", body }, guestHeaders());
}

/**
 * A read or change on behalf of one shopper; never cached.
 * @returns the body of the response, unparsed: see `parseResponse`
 * @throws AppError "not-found", "signed-out" (401), "unavailable", a code of `findErrorCode`, or "invalid" for any other
 *   refusal
 */
export function callAs(identity: IdentityHeaders, path: string, call: Call = {}): Promise<unknown> {
  return send(path, call, identity);
}

/**
 * Creates the SDK's client for one request. A client can remember the token of a sign-in, and a shared one would send it
 * with the next shopper's request (client.test.ts): so none is shared, and storage is off ("nostore").
 */
function createClient(): Client {
  return new Client({
    baseUrl: env.medusaUrl,
    publishableKey: env.medusaPublishableKey,
    auth: { type: "jwt", jwtTokenStorageMethod: "nostore" },
  });
}

/** Never uses the fetch cache. Caching happens one level up, in `use cache` functions, which carry the tags. */
async function send(path: string, call: Call, identity: IdentityHeaders): Promise<unknown> {
  const { isResponseIgnored, ...request } = call;
  try {
    return await createClient().fetch<unknown>(path, {
      ...request,
      headers: { ...identity, ...(isResponseIgnored ? { accept: "text/plain" } : {}), ...storefrontProof() },
      cache: "no-store",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (cause) {
    throw toAppError(cause);
  }
}

/** Maps an error of the SDK. 408, 409, 429, 5xx and network errors are transient: "unavailable". Others are final. */
function toAppError(cause: unknown): AppError {
  if (!(cause instanceof FetchError)) return new AppError("unavailable", { cause });
  if (cause.status === 404) return new AppError("not-found", { cause });
  if (cause.status === 401) return new AppError("signed-out", { cause });
  const refusal = findErrorCode(cause.message);
  if (refusal) return new AppError(refusal, { cause });
  const isTransient = !cause.status || cause.status >= 500 || [408, 409, 429].includes(cause.status);
  return new AppError(isTransient ? "unavailable" : "invalid", { cause });
}
