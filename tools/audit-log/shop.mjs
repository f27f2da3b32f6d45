// @ts-check
import { relative } from "node:path";
import { ourDatabases } from "../stack/databases.mjs";
import { Failure } from "../stack/failure.mjs";
import { postgresUrls } from "../stack/postgres-server.mjs";
import { findSecrets } from "../stack/secrets.mjs";
import { readSettings } from "../stack/settings.mjs";

/**
 * @typedef {import("../stack/settings.mjs").DatabaseUrls} DatabaseUrls
 * @typedef {{ databases: DatabaseUrls, authSecrets: string[] }} AuditedShop
 */

/**
 * Where the shop's databases are, and the secrets that its hashes are keyed with: those of the environment, or of the
 * demo that runs here.
 * @param {NodeJS.ProcessEnv} environment
 * @returns {AuditedShop}
 */
export function findShop(environment) {
  const { dataDir, ports, ownDatabases } = readSettings(environment);
  const secrets = findSecrets(dataDir);
  const authSecrets = [environment.AUTH_SECRET || secrets.AUTH_SECRET, ...listOlder(environment)];
  if (!ownDatabases && !secrets.POSTGRES_PASSWORD) {
    throw new Failure(`There is no shop in ${relative(process.cwd(), dataDir) || "."}.`, {
      advice:
        "Start it in another terminal (npm run demo), or name the databases of one that runs elsewhere:\n" +
        "DATABASE_URL=postgres://… STOREFRONT_DATABASE_URL=postgres://… npm run audit-log",
    });
  }
  const password = secrets.POSTGRES_PASSWORD ?? "";
  return {
    databases: ownDatabases ?? ourDatabases(postgresUrls({ port: ports.postgres, password })),
    authSecrets: authSecrets.flatMap((secret) => secret ?? []),
  };
}

/** @param {NodeJS.ProcessEnv} environment */
function listOlder(environment) {
  return Object.keys(environment)
    .filter((name) => /^AUTH_SECRET_\d+$/u.test(name))
    .map((name) => environment[name]);
}
