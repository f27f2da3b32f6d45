import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { hashValue } from "../stack/build-hash";
import {
  copyDatabase,
  dropDatabase,
  ensureDatabase,
  listDatabases,
  renameDatabase,
  withDatabaseName,
} from "../stack/database";
import type { ShopConfig } from "../stack/environment";
import { hashSeedSources } from "../stack/medusa";
import { prepareMedusaDatabase } from "../stack/medusa-database";
import type { Run } from "../stack/run";
import { urlsOf } from "../stack/settings";
import { mirrorFolder } from "./mirror";

const PREFIX = "seeded_";
const HASH_LENGTH = 16;

/**
 * Gives the backend a freshly seeded database and the pictures that belong to it. Migrating and seeding are done once
 * for each state of the backend's sources, into a template; every run gets a copy, which takes a second.
 */
export async function restoreSeededDatabase(run: Run, shop: ShopConfig): Promise<void> {
  const { settings, secrets, databases } = shop;
  const sources = hashValue([hashSeedSources(), urlsOf(settings.ports).medusa, secrets.COOKIE_SECRET]);
  const template = `${PREFIX}${sources.slice(0, HASH_LENGTH)}`;
  const pictures = join(settings.dataDir, template);
  const existing = await listDatabases(databases.medusa);
  if (!existing.includes(template) || !existsSync(pictures)) {
    await deleteTemplates(shop, existing);
    await makeTemplate(run, shop, template);
  }
  await run.progress.step("Copying the seeded database", async () => {
    await dropDatabase(databases.medusa);
    await copyDatabase(databases.medusa, template);
    mirrorFolder(pictures, join(settings.dataDir, "uploads"));
  });
}

async function deleteTemplates({ settings, databases }: ShopConfig, existing: string[]): Promise<void> {
  for (const outdated of existing.filter((name) => name.startsWith(PREFIX))) {
    await dropDatabase(withDatabaseName(databases.medusa, outdated));
    rmSync(join(settings.dataDir, outdated), { recursive: true, force: true });
  }
}

async function makeTemplate(run: Run, shop: ShopConfig, template: string): Promise<void> {
  const { dataDir } = shop.settings;
  const url = shop.databases.medusa;
  const uploads = join(dataDir, "uploads");
  await dropDatabase(url);
  await ensureDatabase(url);
  rmSync(uploads, { recursive: true, force: true });
  mkdirSync(uploads, { recursive: true, mode: 0o700 });
  await prepareMedusaDatabase(run, shop);
  mirrorFolder(uploads, join(dataDir, template));
  // Last: a database of that name is complete.
  await renameDatabase(url, template);
}
