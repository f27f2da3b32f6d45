import { join } from "node:path";
import { logger } from "@medusajs/framework/logger";
import { defineConfig, Modules } from "@medusajs/framework/utils";
import { env } from "./src/env";
import { PAYMENT_ATTEMPT } from "./src/modules/payment-attempt";
import { RATE_LIMIT } from "./src/modules/rate-limit";
import { TOKEN_ALGORITHM } from "./src/tokens/algorithm";

// A cart id is a bearer secret, and Medusa's access log, one level below "info", prints every path.
logger.setLogLevel(env.logLevel);

const overHttps = env.medusaUrl.startsWith("https:");

export default defineConfig({
  admin: { path: "/app", backendUrl: "/", storefrontUrl: env.storefrontUrl },
  projectConfig: {
    databaseUrl: env.databaseUrl,
    // In production the admin's session cookie is Secure, which a browser drops on plain http.
    cookieOptions: { secure: overHttps },
    http: {
      storeCors: env.storeCors,
      adminCors: env.adminCors,
      authCors: env.authCors,
      jwtSecret: env.jwtSecret,
      jwtExpiresIn: env.sessionIdleTtl,
      jwtVerifyOptions: { algorithms: [TOKEN_ALGORITHM] },
      cookieSecret: env.cookieSecret,
    },
  },
  modules: [
    { key: RATE_LIMIT, resolve: "./src/modules/rate-limit" },
    { key: PAYMENT_ATTEMPT, resolve: "./src/modules/payment-attempt" },
    {
      key: Modules.PAYMENT,
      resolve: "@medusajs/medusa/payment",
      options: {
        // Medusa's own "pp_system_default" is there in any case.
        providers: env.demoBank
          ? [{ resolve: "./src/modules/demo-bank", id: "default", options: env.demoBank }]
          : [],
      },
    },
    {
      key: Modules.AUTH,
      resolve: "@medusajs/medusa/auth",
      options: { providers: [{ resolve: "./src/modules/emailpass", id: "emailpass" }] },
    },
    {
      key: Modules.SEARCH,
      resolve: "@medusajs/medusa/search",
      options: {
        default_provider: "search-postgres-inline",
        providers: [
          // Not used itself, but its migrations are.
          { resolve: "@medusajs/medusa/search-postgres", id: "postgres" },
          { resolve: "./src/modules/search", id: "inline" },
        ],
      },
    },
    {
      key: Modules.NOTIFICATION,
      resolve: "@medusajs/medusa/notification",
      options: {
        providers: [
          {
            resolve: "@medusajs/medusa/notification-local",
            id: "local",
            options: { name: "Local Notification Provider", channels: ["feed"] },
          },
          {
            resolve: "./src/modules/mail",
            id: "mail",
            options: {
              channels: ["email"],
              from: env.mailFrom,
              smtpUrl: env.smtpUrl,
              folder: join(env.dataDir, "mail"),
            },
          },
        ],
      },
    },
    {
      key: Modules.FILE,
      resolve: "@medusajs/medusa/file",
      options: {
        providers: [
          {
            resolve: "@medusajs/medusa/file-local",
            id: "local",
            options: {
              upload_dir: env.uploadsDir,
              private_upload_dir: env.uploadsDir,
              backend_url: `${env.medusaUrl}/static`,
            },
          },
        ],
      },
    },
  ],
});
