import "server-only";
import { z } from "zod";

const seconds = (fallback: number) => z.coerce.number().int().positive().default(fallback);

const UNIT_SECONDS = { s: 1, m: 60, h: 3_600, d: 86_400 } as const;

/** "14d", "90s", as in Medusa's jwtExpiresIn; converted to seconds. */
const duration = z
  .string()
  .regex(/^\d+[smhd]$/, "a number with a unit, such as 14d or 90s")
  .transform((text) => {
    const unit = text.slice(-1) as keyof typeof UNIT_SECONDS;
    return Number(text.slice(0, -1)) * UNIT_SECONDS[unit];
  });

const PROVIDED = "npm run demo provides it; see .env.example";

const required = z.string({ error: `missing (${PROVIDED})` }).min(1, `empty (${PROVIDED})`);

function read<T>(name: string, schema: z.ZodType<T>): T {
  const result = schema.safeParse(process.env[name] === "" ? undefined : process.env[name]);
  if (result.success) return result.data;
  throw new Error(`Environment variable ${name}: ${result.error.issues[0]?.message ?? "invalid"}`);
}

/** AUTH_SECRET, then AUTH_SECRET_1, _2, …: the first seals, all of them unseal. */
function authSecrets(): [string, ...string[]] {
  const older: string[] = [];
  for (let index = 1; ; index += 1) {
    const secret = process.env[`AUTH_SECRET_${index}`];
    if (!secret) break;
    older.push(secret);
  }
  return [read("AUTH_SECRET", required), ...older];
}

/**
 * The environment variables of the storefront, which nothing else reads from `process.env`. Values are validated on use,
 * not on import, so that `next build` runs without secrets. The error for a missing one names it and the command that
 * provides it.
 */
export const env = {
  get medusaUrl() {
    return read("MEDUSA_URL", z.url().default("http://localhost:9000"));
  },
  get medusaPublishableKey() {
    return read("MEDUSA_PUBLISHABLE_KEY", required);
  },
  get storefrontUrl() {
    return read("STOREFRONT_URL", z.url().default("http://localhost:8000"));
  },
  /** The address of the demo's bank, where it is on. */
  get demoBankUrl() {
    return read("DEMO_BANK_URL", z.url().optional());
  },
  get storefrontDatabaseUrl() {
    return read("STOREFRONT_DATABASE_URL", required);
  },
  get revalidateSecret() {
    return read("REVALIDATE_SECRET", required);
  },
  /** For a build, which may have none. */
  get revalidateSecretIfSet() {
    return read("REVALIDATE_SECRET", z.string().optional());
  },
  get authSecrets() {
    return authSecrets();
  },
  get sessionRotateAfterSeconds() {
    return read("SESSION_ROTATE_AFTER_SECONDS", seconds(600));
  },
  get sessionGraceSeconds() {
    return read("SESSION_GRACE_SECONDS", seconds(60));
  },
  get sessionIdleSeconds() {
    return read("SESSION_IDLE_TTL", duration.default(14 * UNIT_SECONDS.d));
  },
  /** The number of our own proxies in front of the storefront. 0: `X-Forwarded-For` is not trusted. */
  get trustedProxies() {
    return read("TRUSTED_PROXIES", z.coerce.number().int().min(0).max(10).default(0));
  },
  /** True during `next build`, when there may be no backend. */
  get isBuilding() {
    return process.env.NEXT_PHASE === "phase-production-build";
  },
  /** The build folder, as in `next.config.ts`. */
  get distDir() {
    return read("NEXT_DIST_DIR", z.string().default(".next"));
  },
  get isProduction() {
    return process.env.NODE_ENV === "production";
  },
};
