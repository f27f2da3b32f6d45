import "server-only";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { callAs } from "@/lib/medusa/client";
import { customerHeaders } from "@/lib/medusa/headers";
import { readStatus } from "@/lib/medusa/status";
import { sealedValue } from "@/lib/seal";
import { ABSOLUTE_LIMIT_SECONDS } from "@/lib/session/cookie";
import type { SealedToken } from "@/lib/session/store";

const sealedToken = sealedValue({
  purpose: "medusa-token",
  schema: z.object({ token: z.string() }),
  lifetimeSeconds: ABSOLUTE_LIMIT_SECONDS,
  maxLength: 16_384,
});

const freshToken = z.object({ token: z.string() });
const claims = z.object({ exp: z.int(), actor_id: z.string().default("") });

/** For the row: the token sealed, and when it ends. */
export async function sealMedusaToken(token: string): Promise<SealedToken> {
  return { medusaToken: await sealedToken.seal({ token }), medusaTokenExpiresAt: expiryOf(token) };
}

/** @throws AppError "signed-out" when the secret that sealed it has left the key ring: nothing can use it any more */
export async function openMedusaToken(sealed: string): Promise<string> {
  const value = await sealedToken.unseal(sealed);
  if (!value) throw new AppError("signed-out");
  return value.token;
}

/**
 * Exchanges a token that still holds for a new one, both sealed.
 * @throws AppError "signed-out" when the backend refuses it, "unavailable" when the backend cannot say
 */
export async function exchangeMedusaToken(sealed: string): Promise<SealedToken> {
  const identity = customerHeaders(await openMedusaToken(sealed));
  try {
    const answer = await callAs(identity, "/auth/token/refresh", { method: "POST" });
    return await sealMedusaToken(readFreshToken(answer));
  } catch (error) {
    throw readStatus(error) === 401 ? new AppError("signed-out", { cause: error }) : error;
  }
}

/** The token in an answer that replaces the one asked with. @throws AppError "unavailable" when there is none */
export function readFreshToken(answer: unknown): string {
  const { data, error } = freshToken.safeParse(answer);
  if (!data) throw new AppError("unavailable", { cause: error });
  return data.token;
}

/** The customer that a fresh token speaks for; null for an identity that no customer has been made for. */
export function readCustomerId(token: string): string | null {
  return readClaims(token).actor_id || null;
}

function expiryOf(token: string): Date {
  return new Date(readClaims(token).exp * 1_000);
}

/** Only Medusa holds the key to verify it; it came from Medusa itself, so its own word is good enough. */
function readClaims(token: string): z.infer<typeof claims> {
  const payload = Buffer.from(token.split(".")[1] ?? "", "base64url").toString();
  return claims.parse(JSON.parse(payload));
}
