import { createHmac } from "node:crypto";
import type pg from "pg";
import { withDatabase } from "./database";
import { readMetadata, writeMetadata } from "./db-metadata";
import { medusaEnvironment, type ShopConfig } from "./environment";
import { hashMedusaSources, medusaProgram } from "./medusa";
import type { Run } from "./run";
import { urlsOf } from "./settings";
import { UserError } from "./user-error";

const ADMIN_KEY = "admin-password";
const ADVICE = "Read the log above, then run the command again; or start over: npm run demo -- --reset";

/**
 * Migrates and seeds the backend's database. Both take half a minute to find that nothing is missing, so the database's
 * metadata holds the sources that it was prepared for, and a hash of the admin's password.
 */
export async function prepareMedusaDatabase(run: Run, shop: ShopConfig): Promise<void> {
  const url = shop.databases.medusa;
  const sources = hashMedusaSources();
  const password = createHmac("sha256", shop.secrets.COOKIE_SECRET)
    .update(shop.secrets.ADMIN_PASSWORD)
    .digest("hex");
  if ((await readMetadata(url, "prepared")) !== sources) {
    const program = { ...medusaProgram("migrate", medusaEnvironment(shop)), name: "medusa-migrate" };
    await run.progress.step("Migrating the backend's database", () =>
      run.supervisor.run({ ...program, advice: ADVICE }),
    );
    await requireTables(url);
    await seedMedusa(run, shop, "Filling the shop (once)");
  } else if ((await readMetadata(url, ADMIN_KEY)) !== password)
    await seedMedusa(run, shop, "Setting the admin's password");
  await writeMetadata(url, ADMIN_KEY, password);
  await writeMetadata(url, "prepared", sources);
  await moveUploads(url, urlsOf(shop.settings.ports).medusa);
}

/** Medusa reports success, too, when it has found no migrations. */
async function requireTables(databaseUrl: string): Promise<void> {
  const { rows } = await withDatabase(databaseUrl, (client) =>
    client.query("SELECT to_regclass('public.product') IS NOT NULL AS exists"),
  );
  if (rows[0]?.exists) return;
  throw new UserError("The backend's migrations have made no tables: none were found.", {
    advice: "Move the folder to a path of letters, digits and - _ . only, then run the command again.",
  });
}

/**
 * Fills an empty shop. In a filled one it only gives the admin the password of ADMIN_PASSWORD, or replaces the
 * published one of earlier versions.
 */
async function seedMedusa({ supervisor, progress }: Run, shop: ShopConfig, title: string): Promise<void> {
  const env = {
    ...medusaEnvironment(shop),
    ADMIN_PASSWORD: shop.secrets.ADMIN_PASSWORD,
    ADMIN_PASSWORD_CHOSEN: shop.settings.environment.ADMIN_PASSWORD ? "1" : "",
  };
  await progress.step(title, () =>
    supervisor.run({ ...medusaProgram("seed", env), name: "medusa-seed", advice: ADVICE }),
  );
}

/** The key with which the storefront reads the catalogue. */
export async function readPublishableKey(databaseUrl: string): Promise<string> {
  const { rows } = await withDatabase(databaseUrl, (client) =>
    client.query(
      `SELECT token FROM api_key WHERE type = 'publishable' AND revoked_at IS NULL AND deleted_at IS NULL
       ORDER BY created_at, id LIMIT 1`,
    ),
  );
  if (rows[0]) return String(rows[0].token);
  throw new UserError("The backend has no publishable key.", {
    advice: "Make one in the admin (Settings, Publishable API keys), or start over: npm run demo -- --reset",
  });
}

/** Pictures are stored with their whole URL: after a change of the backend's port all of them are rewritten. */
async function moveUploads(databaseUrl: string, address: string): Promise<void> {
  const previous = await readMetadata(databaseUrl, "address");
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
    if (previous) await moveIndexedPictures(client, { from: `${previous}/`, to: `${address}/` });
  });
  await writeMetadata(databaseUrl, "address", address);
}

/** The search index has copies of each product's first picture and of those of its options. */
async function moveIndexedPictures(
  client: pg.Client,
  { from, to }: { from: string; to: string },
): Promise<void> {
  const { rows } = await client.query(
    `SELECT table_name FROM information_schema.columns WHERE table_schema = 'public'
     AND column_name = 'document' AND data_type = 'jsonb' AND table_name LIKE 'search_pg_%'`,
  );
  for (const row of rows) {
    const table = client.escapeIdentifier(row.table_name);
    await client.query(
      `UPDATE ${table}
       SET document = jsonb_set(document, '{picture}', to_jsonb($2 || substr(document->>'picture', length($1) + 1)))
       WHERE starts_with(document->>'picture', $1)`,
      [from, to],
    );
    // "colour=ink http://…"
    await client.query(
      `UPDATE ${table}
       SET document = jsonb_set(document, '{option_pictures}', replace(document->>'option_pictures', $1, $2)::jsonb)
       WHERE position($1 in document->>'option_pictures') > 0`,
      [from, to],
    );
  }
}
