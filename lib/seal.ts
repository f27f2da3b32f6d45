import "server-only";
import { decode, encode } from "next-auth/jwt";
import type { z } from "zod";
import { env } from "@/lib/env";

type SealerOptions<T> = {
  /** Part of the key: a value sealed for one purpose cannot be unsealed for another. */
  purpose: string;
  schema: z.ZodType<T>;
  lifetimeSeconds: number;
  /** Longer texts are refused without decrypting them. */
  maxLength: number;
};

export type Sealer<T> = {
  /** Encrypts and authenticates with the newest secret. */
  seal(value: T): Promise<string>;
  /** Null for a text that was not sealed by this shop, for another purpose, with a removed secret, or that has expired. */
  unseal(text: string | undefined): Promise<T | null>;
  /** Whether the newest secret sealed it; otherwise it is lost when the older secret is removed. */
  isNewest(text: string): Promise<boolean>;
};

/**
 * Creates a sealer, which encrypts and authenticates values (JWE) for a cookie or the database. Seals with
 * `AUTH_SECRET`; unseals also with `AUTH_SECRET_1`, `_2`, …, so that secrets can be rotated.
 */
export function createSealer<T extends object>({
  purpose,
  schema,
  lifetimeSeconds,
  maxLength,
}: SealerOptions<T>): Sealer<T> {
  const salt = `cloakroom:${purpose}`;
  const decrypt = async (text: string | undefined, secret: string | string[]) => {
    if (!text || text.length > maxLength) return null;
    const payload = await decode({ token: text, secret, salt }).catch(() => null);
    const result = schema.safeParse(payload);
    return result.success ? result.data : null;
  };
  return {
    async seal(value) {
      const text = await encode({
        token: { ...value },
        secret: env.authSecrets,
        salt,
        maxAge: lifetimeSeconds,
      });
      if (text.length > maxLength)
        throw new Error(`${purpose}: ${text.length} characters, ${maxLength} allowed`);
      return text;
    },
    unseal: (text) => decrypt(text, env.authSecrets),
    isNewest: async (text) => (await decrypt(text, env.authSecrets[0])) !== null,
  };
}
