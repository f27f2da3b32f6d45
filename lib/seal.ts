import "server-only";
import { decode, encode } from "next-auth/jwt";
import type { z } from "zod";
import { env } from "@/lib/env";

type Seal<T> = {
  /** Part of the key: what is sealed for one purpose opens for no other. */
  purpose: string;
  schema: z.ZodType<T>;
  lifetimeSeconds: number;
  /** Longer texts are refused unopened, so that nobody makes the server decrypt what it never wrote. */
  maxLength: number;
};

export type SealedValue<T> = {
  /** Encrypts and authenticates with the newest secret. */
  seal(value: T): Promise<string>;
  /** Null for whatever this shop did not seal, for this purpose, with a secret still in the ring, or too long ago. */
  unseal(text: string | undefined): Promise<T | null>;
  /** Whether the newest secret has sealed it: otherwise dropping an older one from the ring would lose it. */
  isNewest(text: string): Promise<boolean>;
};

/**
 * A value that leaves the process and comes back unread and unaltered: a JWE under the key ring of `AUTH_SECRET`,
 * `AUTH_SECRET_1`, …. The first seals, each of them opens, so that secrets rotate without anybody noticing.
 */
export function sealedValue<T extends object>({
  purpose,
  schema,
  lifetimeSeconds,
  maxLength,
}: Seal<T>): SealedValue<T> {
  const salt = `cloakroom:${purpose}`;
  const open = async (text: string | undefined, secret: string | string[]) => {
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
    unseal: (text) => open(text, env.authSecrets),
    isNewest: async (text) => (await open(text, env.authSecrets[0])) !== null,
  };
}
