import { relative } from "node:path";
import type pg from "pg";
import { withDatabase } from "../stack/database";
import { loadDotEnv, type Environment } from "../stack/environment";
import { readSecrets } from "../stack/secrets";
import { readSettings, type DatabaseUrls } from "../stack/settings";
import { locateDatabases } from "../stack/shop-databases";
import { formatError, UserError } from "../stack/user-error";
import { findCustomer, listEvents } from "./events";
import { readHashKeys } from "./hash-key";
import { parseAuditLogOptions, type AuditLogOptions } from "./options";
import { checkOrders } from "./orders";
import { checkPayments, describePaymentCheck, describePayments, listPayments } from "./payments";
import { describeEvents, describeOrderCheck } from "./report";

type Clients = { storefront: pg.Client; medusa: pg.Client };

const EXIT_DISAGREEMENT = 1;
const EXIT_FAILURE = 2;
const NO_SUCH_TABLE = "42P01";

/** `npm run audit-log`: the events, newest first, and whether every order is its session's customer's; or the payments. */
export default async function main(args: string[]): Promise<void> {
  try {
    const options = parseAuditLogOptions(args, new Date());
    loadDotEnv();
    const { databases, authSecrets } = findShop(process.env);
    process.exitCode = await withDatabase(databases.storefront, (storefront) =>
      withDatabase(databases.medusa, (medusa) => printReport({ storefront, medusa }, options, authSecrets)),
    );
  } catch (error) {
    console.error(formatError(error instanceof UserError ? error : readError(error)));
    process.exitCode = EXIT_FAILURE;
  }
}

/** Returns the exit code. */
async function printReport(
  clients: Clients,
  options: AuditLogOptions,
  authSecrets: string[],
): Promise<number> {
  if (options.isAboutPayments) return printPayments(clients.medusa, options);
  if (!options.isCheckOnly) {
    const keys = options.customer ? await readHashKeys(clients.storefront, authSecrets) : [];
    const customer = options.customer && (await findCustomer(clients.medusa, options.customer, keys));
    const events = await listEvents(clients.storefront, options, customer || undefined);
    console.log(`${describeEvents(events, options.limit)}\n`);
  }
  const check = await checkOrders(clients, options);
  console.log(describeOrderCheck(check));
  return check.disagreements.length > 0 ? EXIT_DISAGREEMENT : 0;
}

/** Returns the exit code. */
async function printPayments(medusa: pg.Client, options: AuditLogOptions): Promise<number> {
  if (!options.isCheckOnly) console.log(`${describePayments(await listPayments(medusa, options))}\n`);
  const problems = await checkPayments(medusa);
  console.log(describePaymentCheck(problems));
  return problems.length > 0 ? EXIT_DISAGREEMENT : 0;
}

/** The databases and the key ring: those of the environment, or of the demo in the data folder. */
function findShop(environment: Environment): { databases: DatabaseUrls; authSecrets: string[] } {
  const settings = readSettings(environment);
  const secrets = readSecrets(settings.dataDir);
  const databases = locateDatabases(settings, secrets);
  const older = Object.keys(environment).filter((name) => /^AUTH_SECRET_\d+$/u.test(name));
  const ring = [environment.AUTH_SECRET || secrets.AUTH_SECRET, ...older.map((name) => environment[name])];
  if (!databases) {
    throw new UserError(`There is no shop in ${relative(process.cwd(), settings.dataDir) || "."}.`, {
      advice:
        "Start it in another terminal (npm run demo), or name the databases of one that runs elsewhere:\n" +
        "DATABASE_URL=postgres://… STOREFRONT_DATABASE_URL=postgres://… npm run audit-log",
    });
  }
  return { databases, authSecrets: ring.filter((secret) => secret !== undefined) };
}

function readError(cause: unknown): UserError {
  const { code, message } = cause as pg.DatabaseError;
  const advice =
    code === NO_SUCH_TABLE
      ? "They hold no shop, or one of an older version: npm run demo brings it up to date."
      : "Is the shop running? (npm run demo) With a PostgreSQL of your own, check DATABASE_URL and STOREFRONT_DATABASE_URL.";
  // When each of several addresses refuses the connection, Node's error has no message.
  return new UserError(`Cannot read the databases: ${message || code}`, { advice, cause });
}
