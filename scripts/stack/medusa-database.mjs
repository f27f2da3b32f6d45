// @ts-check
import { withDatabase } from "./database.mjs";
import { medusaEnvironment } from "./environment.mjs";
import { Failure } from "./failure.mjs";
import { medusaProgram, medusaSources } from "./medusa.mjs";
import { readNote, writeNote } from "./notes.mjs";
import { urlsOf } from "./settings.mjs";

/**
 * @typedef {import("./supervisor.mjs").Supervisor} Supervisor
 * @typedef {import("./progress.mjs").Progress} Progress
 * @typedef {import("./environment.mjs").Shop} Shop
 */

const ADVICE = "Read the log above, then run the command again; or start over: npm run demo -- --reset";

/**
 * Migrates and seeds the backend's database. Both do nothing where nothing is missing, and take half a minute to
 * find that out; so the database itself remembers for which sources it was done.
 * @param {{ supervisor: Supervisor, progress: Progress }} run
 * @param {Shop} shop
 */
export async function prepareMedusaDatabase({ supervisor, progress }, shop) {
  const url = shop.databases.medusa;
  const env = medusaEnvironment(shop);
  const sources = medusaSources();
  if ((await readNote(url, "prepared")) !== sources) {
    await progress.step("Migrating the backend's database", () =>
      supervisor.run({ ...medusaProgram("migrate", env), name: "medusa-migrate", advice: ADVICE }),
    );
    await progress.step("Filling the shop (once)", () =>
      supervisor.run({ ...medusaProgram("seed", env), name: "medusa-seed", advice: ADVICE }),
    );
    await writeNote(url, "prepared", sources);
  }
  await moveUploads(url, urlsOf(shop.settings.ports).medusa);
}

/**
 * The key by which the storefront reads the shop, from where the backend made it.
 * @param {string} databaseUrl
 * @returns {Promise<string>}
 */
export async function readPublishableKey(databaseUrl) {
  const { rows } = await withDatabase(databaseUrl, (client) =>
    client.query(
      `SELECT token FROM api_key WHERE type = 'publishable' AND revoked_at IS NULL AND deleted_at IS NULL
       ORDER BY created_at, id LIMIT 1`,
    ),
  );
  if (rows[0]) return String(rows[0].token);
  throw new Failure("The backend has no publishable key.", {
    advice: "Make one in the admin (Settings, Publishable API keys), or start over: npm run demo -- --reset",
  });
}

/**
 * Pictures are kept with their whole address, so a backend that moved to another port takes them along.
 * @param {string} databaseUrl
 * @param {string} address the backend's
 */
async function moveUploads(databaseUrl, address) {
  const previous = await readNote(databaseUrl, "address");
  if (previous === address) return;
  await withDatabase(databaseUrl, async (client) => {
    const { rows } = await client.query(
      `SELECT table_name, column_name FROM information_schema.columns JOIN information_schema.tables
       USING (table_schema, table_name) WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
       AND data_type = 'text' AND column_name IN ('url', 'thumbnail')`,
    );
    for (const row of previous ? rows : []) {
      const table = client.escapeIdentifier(row.table_name);
      const column = client.escapeIdentifier(row.column_name);
      await client.query(
        `UPDATE ${table} SET ${column} = $2 || substr(${column}, length($1) + 1) WHERE starts_with(${column}, $1)`,
        [`${previous}/`, `${address}/`],
      );
    }
  });
  await writeNote(databaseUrl, "address", address);
}
