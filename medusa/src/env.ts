import { join } from "node:path";
import { readDemoBank } from "./modules/demo-bank/settings";

/**
 * All environment variables of the backend.
 *
 * Secrets have no default: `medusa build` runs without any, and `medusa start` refuses to run in production without
 * JWT_SECRET and COOKIE_SECRET.
 */
const {
  DATABASE_URL: databaseUrl,
  JWT_SECRET: jwtSecret,
  COOKIE_SECRET: cookieSecret,
  REVALIDATE_SECRET: revalidateSecret,
  SMTP_URL: smtpUrl,
  MAIL_FROM: mailFrom = "Cloakroom <hello@cloakroom.test>",
  DATA_DIR: dataDir = ".data",
  UPLOADS_DIR: uploadsDir = join(dataDir, "uploads"),
  SESSION_IDLE_TTL: sessionIdleTtl = "14d",
  ADMIN_TOKEN_TTL: adminTokenTtl = "1d",
  BREACHED_PASSWORDS_URL: breachedPasswordsUrl,
  MEDUSA_URL: medusaUrl = "http://localhost:9000",
  STOREFRONT_URL: storefrontUrl = "http://localhost:8000",
  STORE_CORS: storeCors = storefrontUrl,
  ADMIN_CORS: adminCors = medusaUrl,
  AUTH_CORS: authCors = `${storefrontUrl},${medusaUrl}`,
  LOG_LEVEL: logLevel = "info",
  ADMIN_PASSWORD: adminPassword,
  ADMIN_PASSWORD_CHOSEN: isAdminPasswordChosen,
  TRUSTED_PROXIES: trustedProxies = "0",
  PAYMENT_CHECK_INTERVAL: paymentCheckInterval,
  DEMO_BANK_URL: demoBankUrl,
  DEMO_BANK_SECRET: demoBankSecret,
  DEMO_BANK_IN_PUBLIC: isDemoBankInPublic,
} = process.env;

const UNIT_SECONDS = { s: 1, m: 60, h: 3_600, d: 86_400 } as const;

/** @param text "1d" or "90s", the notation of Medusa's `jwtExpiresIn` */
function readSeconds(name: string, text: string): number {
  const [, number, unit] = /^(\d+)([smhd])$/.exec(text) ?? [];
  if (!number || !unit)
    throw new Error(`Environment variable ${name}: a number with a unit, such as 1d or 90s`);
  return Number(number) * UNIT_SECONDS[unit as keyof typeof UNIT_SECONDS];
}

export const env = {
  databaseUrl,
  jwtSecret,
  cookieSecret,
  revalidateSecret,
  smtpUrl,
  mailFrom,
  uploadsDir,
  sessionIdleTtl,
  adminTokenTtlSeconds: readSeconds("ADMIN_TOKEN_TTL", adminTokenTtl || "1d"),
  breachedPasswordsUrl,
  medusaUrl,
  storefrontUrl,
  storeCors,
  adminCors,
  authCors,
  dataDir,
  logLevel,
  /** For the seed: the admin's password. */
  adminPassword,
  /** Whether a person chose the password, so that it replaces the stored one. */
  isAdminPasswordChosen: Boolean(isAdminPasswordChosen),
  /** How often payments that are not settled are looked after. */
  paymentCheckSeconds: readSeconds("PAYMENT_CHECK_INTERVAL", paymentCheckInterval || "1m"),
  /** The demo's bank; null without one. */
  demoBank: readDemoBank(
    {
      DEMO_BANK_URL: demoBankUrl,
      DEMO_BANK_SECRET: demoBankSecret,
      DEMO_BANK_IN_PUBLIC: isDemoBankInPublic,
    },
    storefrontUrl,
  ),
  /** How many trusted proxies are in front of the backend. */
  trustedProxies: Number(trustedProxies) || 0,
};
