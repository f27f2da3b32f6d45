import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { PrismaClient } from "@/prisma/generated/client";

/** A database that does not answer counts as down after this long; a shopper waits no longer for "unavailable". */
const CONNECT_TIMEOUT_MILLISECONDS = 3_000;
const QUERY_TIMEOUT_MILLISECONDS = 5_000;

declare global {
  // On globalThis: Next bundles middleware and pages apart, and reloads both in development; one pool serves all.
  var cloakroomDatabase: PrismaClient | undefined;
}

/** The storefront's database. Connects on first use, so that `next build` needs none. */
export function database(): PrismaClient {
  globalThis.cloakroomDatabase ??= new PrismaClient({
    adapter: new PrismaPg({
      connectionString: env.storefrontDatabaseUrl,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MILLISECONDS,
      query_timeout: QUERY_TIMEOUT_MILLISECONDS,
    }),
    errorFormat: "minimal",
    transactionOptions: { maxWait: QUERY_TIMEOUT_MILLISECONDS, timeout: QUERY_TIMEOUT_MILLISECONDS },
  });
  return globalThis.cloakroomDatabase;
}

/** Asks for a sign of life. @throws AppError "unavailable" */
export async function reachDatabase(): Promise<void> {
  await orThrowUnavailable(database().$queryRaw`SELECT 1`);
}

/** Names what a query may fail of. @throws AppError "unavailable" */
export async function orThrowUnavailable<T>(query: Promise<T>): Promise<T> {
  return query.catch((cause: unknown) => {
    throw new AppError("unavailable", { cause });
  });
}
