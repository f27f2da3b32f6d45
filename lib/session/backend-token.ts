import "server-only";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { decodeClaims } from "@/lib/jwt";
import { callAs } from "@/lib/medusa/client";
import { customerHeaders } from "@/lib/medusa/headers";
import { readErrorStatus } from "@/lib/medusa/errors";
import { createSealer } from "@/lib/seal";
import { ABSOLUTE_LIMIT_SECONDS } from "@/lib/session/cookie";
import type { BackendTokenColumns } from "@/lib/session/store";

const tokenSealer = createSealer({
  purpose: "medusa-token",
  schema: z.object({ token: z.string() }),
  lifetimeSeconds: ABSOLUTE_LIMIT_SECONDS,
  maxLength: 16_384,
});

const tokenResponse = z.object({ token: z.string() });
const claims = z.object({ exp: z.int(), actor_id: z.string().default("") });

/** The row's columns for a backend token: the token sealed, and when it expires. @throws for a token without expiry */
export async function sealBackendToken(token: string): Promise<BackendTokenColumns> {
  return { medusaToken: await tokenSealer.seal({ token }), medusaTokenExpiresAt: expiryOf(token) };
}

/** @throws AppError "signed-out" when the secret that sealed it is no longer in `AUTH_SECRET…`: the token is lost */
export async function unsealBackendToken(sealed: string): Promise<string> {
  const value = await tokenSealer.unseal(sealed);
  if (!value) throw new AppError("signed-out");
  return value.token;
}

/**
 * Exchanges a valid token for a new one at Medusa's refresh route.
 * @param sealed the old token, sealed; so is the new one
 * @throws AppError "signed-out" when the backend refuses the old token, "unavailable" when it does not answer
 */
export async function exchangeBackendToken(sealed: string): Promise<BackendTokenColumns> {
  const identity = customerHeaders(await unsealBackendToken(sealed));
  try {
    const response = await callAs(identity, "/auth/token/refresh", { method: "POST" });
    return await sealBackendToken(parseNewToken(response));
  } catch (error) {
    throw readErrorStatus(error) === 401 ? new AppError("signed-out", { cause: error }) : error;
  }
}

/** The new token in a response of the backend. @throws AppError "unavailable" when there is none */
export function parseNewToken(response: unknown): string {
  const { data, error } = tokenResponse.safeParse(response);
  if (!data) throw new AppError("unavailable", { cause: error });
  return data.token;
}

/** The customer id in a token; null for a login that has no customer yet. */
export function readCustomerId(token: string): string | null {
  return readClaims(token).actor_id || null;
}

function expiryOf(token: string): Date {
  return new Date(readClaims(token).exp * 1_000);
}

/** Not verified: every token that is passed here came from Medusa itself. */
function readClaims(token: string): z.infer<typeof claims> {
  return claims.parse(decodeClaims(token));
}
