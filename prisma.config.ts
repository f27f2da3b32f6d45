import { defineConfig } from "prisma/config";

// `prisma generate` insists on having a schema engine that it never runs, and downloads a missing one: offline there
// would be no client. Any executable passes that check. Commands that do run the engine still fetch the real one.
if (process.argv.includes("generate")) process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

// No look-ups of newer versions while somebody waits for the shop to start.
process.env.CHECKPOINT_DISABLE ??= "1";

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.STOREFRONT_DATABASE_URL ?? "" },
});
