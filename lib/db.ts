import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { PrismaClient } from "@/prisma/generated/client";

/** After these times the database counts as down ("unavailable"). */
const CONNECT_TIMEOUT_MS = 3_000;
const QUERY_TIMEOUT_MS = 5_000;

declare global {
  // On globalThis: Next bundles middleware and pages separately, and reloads them in development; one pool serves all.
  var cloakroomDatabase: PrismaClient | undefined;
}

/** The storefront's database. Connects on first use, so that `next build` needs none. */
export function database(): PrismaClient {
  globalThis.cloakroomDatabase ??= new PrismaClient({
    adapter: new PrismaPg({
      connectionString: env.storefrontDatabaseUrl,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      query_timeout: QUERY_TIMEOUT_MS,
    }),
    errorFormat: "minimal",
    transactionOptions: { maxWait: QUERY_TIMEOUT_MS, timeout: QUERY_TIMEOUT_MS },
  });
  return globalThis.cloakroomDatabase;
}

/** Checks that the database answers. @throws AppError "unavailable" */
export async function reachDatabase(): Promise<void> {
  await orThrowUnavailable(database().$queryRaw`SELECT 1`);
}

/** Turns any error of a query into an AppError. @throws AppError "unavailable" */
export async function orThrowUnavailable<T>(query: Promise<T>): Promise<T> {
  return query.catch((cause: unknown) => {
    throw new AppError("unavailable", { cause });
  });
}
