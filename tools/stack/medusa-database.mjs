// @ts-check
import { createHmac } from "node:crypto";
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

const ADMIN_NOTE = "admin-password";
const ADVICE = "Read the log above, then run the command again; or start over: npm run demo -- --reset";

/**
 * Migrates and seeds the backend's database. Both do nothing where nothing is missing, and take half a minute to
 * find that out; so the database itself remembers for which sources it was done, and with which admin's password.
 * @param {{ supervisor: Supervisor, progress: Progress }} run
 * @param {Shop} shop
 */
export async function prepareMedusaDatabase(run, shop) {
  const url = shop.databases.medusa;
  const sources = medusaSources();
  const password = createHmac("sha256", shop.secrets.COOKIE_SECRET)
    .update(shop.secrets.ADMIN_PASSWORD)
    .digest("hex");
  const isMigrated = (await readNote(url, "prepared")) === sources;
  if (!isMigrated) {
    await run.progress.step("Migrating the backend's database", () =>
      run.supervisor.run({
        ...medusaProgram("migrate", medusaEnvironment(shop)),
        name: "medusa-migrate",
        advice: ADVICE,
      }),
    );
    await requireTables(url);
  }
  if (!isMigrated) await seedMedusa(run, shop, "Filling the shop (once)");
  else if ((await readNote(url, ADMIN_NOTE)) !== password)
    await seedMedusa(run, shop, "Setting the admin's password");
  await writeNote(url, ADMIN_NOTE, password);
  await writeNote(url, "prepared", sources);
  await moveUploads(url, urlsOf(shop.settings.ports).medusa);
}

/**
 * Medusa says that it is done, too, where it has found no migrations.
 * @param {string} databaseUrl
 */
async function requireTables(databaseUrl) {
  const { rows } = await withDatabase(databaseUrl, (client) =>
    client.query("SELECT to_regclass('public.product') IS NOT NULL AS is_there"),
  );
  if (rows[0]?.is_there) return;
  throw new Failure("The backend's migrations have made no tables: none were found.", {
    advice: "Move the folder to a path of letters, digits and - _ . only, then run the command again.",
  });
}

/**
 * Fills an empty shop. In one that is filled it only gives the admin the password that ADMIN_PASSWORD asks for, or
 * replaces the published one of earlier versions.
 * @param {{ supervisor: Supervisor, progress: Progress }} run
 * @param {Shop} shop
 * @param {string} title
 */
async function seedMedusa({ supervisor, progress }, shop, title) {
  const env = {
    ...medusaEnvironment(shop),
    ADMIN_PASSWORD: shop.secrets.ADMIN_PASSWORD,
    ADMIN_PASSWORD_CHOSEN: shop.settings.environment.ADMIN_PASSWORD ? "1" : "",
  };
  await progress.step(title, () =>
    supervisor.run({ ...medusaProgram("seed", env), name: "medusa-seed", advice: ADVICE }),
  );
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
