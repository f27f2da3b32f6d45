// @ts-check
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import {
  copyDatabase,
  dropDatabase,
  ensureDatabase,
  listDatabases,
  renameDatabase,
} from "../stack/database.mjs";
import { withDatabaseName } from "../stack/database-url.mjs";
import { fingerprint } from "../stack/fingerprint.mjs";
import { prepareMedusaDatabase } from "../stack/medusa-database.mjs";
import { medusaSeedSources } from "../stack/medusa.mjs";
import { urlsOf } from "../stack/settings.mjs";
import { mirrorFolder } from "./mirror.mjs";

/**
 * @typedef {import("../stack/stack.mjs").Run} Run
 * @typedef {import("../stack/environment.mjs").Shop} Shop
 */

const PREFIX = "seeded_";
const NAME_LENGTH = 16;

/**
 * Gives the backend a freshly seeded database and the pictures that belong to it. Migrating and seeding are done
 * once per state of the backend's sources; every run gets a copy, which takes a second.
 * @param {Run} run
 * @param {Shop} shop
 */
export async function restoreSeededDatabase(run, shop) {
  const { settings, secrets, databases } = shop;
  const sources = fingerprint([medusaSeedSources(), urlsOf(settings.ports).medusa, secrets.COOKIE_SECRET]);
  const template = `${PREFIX}${sources.slice(0, NAME_LENGTH)}`;
  const pictures = join(settings.dataDir, template);
  const existing = await listDatabases(databases.medusa);
  if (!existing.includes(template) || !existsSync(pictures))
    await makeTemplate(run, shop, { template, existing });
  await run.progress.step("Copying the seeded database", async () => {
    await dropDatabase(databases.medusa);
    await copyDatabase(databases.medusa, template);
    mirrorFolder(pictures, uploadsOf(settings.dataDir));
  });
}

/**
 * @param {Run} run
 * @param {Shop} shop
 * @param {{ template: string, existing: string[] }} names
 */
async function makeTemplate(run, shop, { template, existing }) {
  const { dataDir } = shop.settings;
  const url = shop.databases.medusa;
  for (const outdated of existing.filter((name) => name.startsWith(PREFIX))) {
    await dropDatabase(withDatabaseName(url, outdated));
    rmSync(join(dataDir, outdated), { recursive: true, force: true });
  }
  await dropDatabase(url);
  await ensureDatabase(url);
  emptyUploads(dataDir);
  await prepareMedusaDatabase(run, shop);
  mirrorFolder(uploadsOf(dataDir), join(dataDir, template));
  // Last: a database of that name is complete.
  await renameDatabase(url, template);
}

/** @param {string} dataDir */
function emptyUploads(dataDir) {
  rmSync(uploadsOf(dataDir), { recursive: true, force: true });
  mkdirSync(uploadsOf(dataDir), { recursive: true, mode: 0o700 });
}

/** @param {string} dataDir */
function uploadsOf(dataDir) {
  return join(dataDir, "uploads");
}
