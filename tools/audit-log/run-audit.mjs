// @ts-check
import { existsSync } from "node:fs";
import { join } from "node:path";
import { withDatabase } from "../stack/database.mjs";
import { databaseName } from "../stack/database-url.mjs";
import { describeFailure, Failure } from "../stack/failure.mjs";
import { ROOT } from "../stack/project.mjs";
import { findPerson, listEvents } from "./events.mjs";
import { readHashKeys } from "./hash-key.mjs";
import { readOptions, USAGE } from "./options.mjs";
import { checkOrders } from "./orders.mjs";
import { describeEvents, describeFindings } from "./report.mjs";
import { findShop } from "./shop.mjs";

/**
 * @typedef {import("./options.mjs").AuditOptions} AuditOptions
 * @typedef {import("./shop.mjs").AuditedShop} AuditedShop
 * @typedef {{ storefront: import("pg").Client, medusa: import("pg").Client }} Clients
 */

const EXIT_DISAGREEMENT = 1;
const EXIT_FAILURE = 2;
const NO_SUCH_TABLE = "42P01";

/** `npm run audit-log`: what happened, newest first, and whether every order is its session's customer's. */
export async function runAudit() {
  try {
    const options = readOptions(process.argv.slice(2), new Date());
    if (options.isHelp) return console.log(USAGE);
    if (existsSync(join(ROOT, ".env"))) process.loadEnvFile(join(ROOT, ".env"));
    const shop = findShop(process.env);
    process.exitCode = await withClients(shop, (clients) => audit(clients, options, shop.authSecrets));
  } catch (error) {
    console.error(describeFailure(error));
    process.exitCode = EXIT_FAILURE;
  }
}

/**
 * @param {Clients} clients
 * @param {AuditOptions} options
 * @param {string[]} authSecrets
 * @returns {Promise<number>} the exit code
 */
async function audit(clients, options, authSecrets) {
  if (!options.isCheckOnly) {
    const { customer } = options;
    const keys = customer ? await readHashKeys(clients.storefront, authSecrets) : [];
    const person = customer ? await findPerson(clients.medusa, customer, keys) : undefined;
    console.log(`${describeEvents(await listEvents(clients.storefront, options, person), options.limit)}\n`);
  }
  const findings = await checkOrders(clients, options);
  console.log(describeFindings(findings));
  return findings.disagreements.length > 0 ? EXIT_DISAGREEMENT : 0;
}

/**
 * @param {AuditedShop} shop
 * @param {(clients: Clients) => Promise<number>} work
 */
function withClients({ databases }, work) {
  return open(databases.storefront, (storefront) =>
    open(databases.medusa, (medusa) => work({ storefront, medusa })),
  );
}

/**
 * @param {string} url
 * @param {(client: import("pg").Client) => Promise<number>} work
 */
async function open(url, work) {
  try {
    return await withDatabase(url, work);
  } catch (error) {
    throw error instanceof Failure ? error : cannotRead(url, error);
  }
}

/**
 * @param {string} url
 * @param {unknown} cause
 */
function cannotRead(url, cause) {
  const { code, message } = /** @type {import("pg").DatabaseError} */ (cause);
  const where = `${databaseName(url)} on ${new URL(url).host}`;
  // Refused by each of several addresses, Node gives an error without a message.
  const reason = message || code;
  const advice =
    code === NO_SUCH_TABLE
      ? "It holds no shop, or one of an older version: npm run demo brings it up to date."
      : "Is the shop running? (npm run demo) With a PostgreSQL of your own, check DATABASE_URL and STOREFRONT_DATABASE_URL.";
  return new Failure(`Cannot read the database ${where}: ${reason}`, { advice, cause });
}
