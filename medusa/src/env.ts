import { join } from "node:path";

/**
 * Every setting the backend reads from its environment, in one place.
 *
 * Secrets have no default: `medusa build` runs without any, and `medusa start` refuses to run in
 * production without JWT_SECRET and COOKIE_SECRET by itself.
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
  MEDUSA_URL: medusaUrl = "http://localhost:9000",
  STOREFRONT_URL: storefrontUrl = "http://localhost:8000",
  STORE_CORS: storeCors = storefrontUrl,
  ADMIN_CORS: adminCors = medusaUrl,
  AUTH_CORS: authCors = `${storefrontUrl},${medusaUrl}`,
  LOG_LEVEL: logLevel = "info",
  TRUSTED_PROXIES: trustedProxies = "0",
} = process.env;

export const env = {
  databaseUrl,
  jwtSecret,
  cookieSecret,
  revalidateSecret,
  smtpUrl,
  mailFrom,
  uploadsDir,
  sessionIdleTtl,
  medusaUrl,
  storefrontUrl,
  storeCors,
  adminCors,
  authCors,
  dataDir,
  logLevel,
  /** How many proxies of ours stand in front of the backend. */
  trustedProxies: Number(trustedProxies) || 0,
};
