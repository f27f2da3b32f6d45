import { setTimeout as delay } from "node:timers/promises";
import type pg from "pg";
import { withDatabase } from "../stack/database";
import { median } from "./lighthouse";
import { SignedInClient } from "./signed-in-client";

const STATIC_PAGE = "/us/store";
const PERSONAL_PAGE = "/us/account/profile";
const ROUNDS = 12;
const TURNS_PER_ROUND = 25;
const REQUESTS = 20;
const PARALLEL = 100;
/** PostgreSQL's processes report their counts after ten idle seconds at the latest. */
const COUNTS_SETTLE_MS = 12_000;

type BenchShop = { baseUrl: string; databaseUrl: string };

/**
 * Measures what sessions cost: milliseconds of a static page with and without a session cookie, queries of a signed-in
 * request, and what many requests leave on record that find one session due at the same moment.
 */
export async function measureSession({ baseUrl, databaseUrl }: BenchShop) {
  const client = await SignedInClient.register(baseUrl);
  return withDatabase(databaseUrl, async (database) => ({
    ...(await measurePage(client)),
    queries: await countQueries(client, database),
    ...(await countRotations(client, database)),
  }));
}

/** Medians for a guest, with a fresh token as browsers present it, and with one that the middleware has to check. */
async function measurePage(client: SignedInClient) {
  const times = { guest: [] as number[], fresh: [] as number[], checked: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    await client.rotate();
    for (let turn = 0; turn < TURNS_PER_ROUND; turn += 1) {
      times.guest.push((await client.get(STATIC_PAGE, null)).milliseconds);
      times.fresh.push((await client.getFresh(STATIC_PAGE)).milliseconds);
      const { cookie, milliseconds } = await client.get(STATIC_PAGE);
      if (!cookie) times.checked.push(milliseconds);
    }
  }
  return { guest: median(times.guest), fresh: median(times.fresh), checked: median(times.checked) };
}

async function countQueries(client: SignedInClient, database: pg.Client): Promise<number> {
  await delay(COUNTS_SETTLE_MS);
  const rotation = await countCommits(database, () => client.rotate());
  const all = await countCommits(database, async () => {
    await client.rotate();
    for (let request = 0; request < REQUESTS; request += 1) await client.getFresh(PERSONAL_PAGE);
  });
  return all - rotation;
}

/** Each query is a transaction of its own. */
async function countCommits(database: pg.Client, work: () => Promise<void>): Promise<number> {
  const before = await readCommits(database);
  await work();
  await delay(COUNTS_SETTLE_MS);
  return (await readCommits(database)) - before;
}

async function readCommits(database: pg.Client): Promise<number> {
  const { rows } = await database.query(
    "SELECT xact_commit::int AS commits FROM pg_stat_database WHERE datname = current_database()",
  );
  return rows[0].commits;
}

async function countRotations(client: SignedInClient, database: pg.Client) {
  await client.waitUntilDue();
  const before = await readAuditLog(database);
  const responses = await client.getMany("/api/shopper", PARALLEL);
  const renewed = responses.find(({ cookie }) => cookie)?.cookie ?? null;
  // Many requests present the new token at once, too.
  await client.getMany("/api/shopper", PARALLEL, renewed);
  const after = await readAuditLog(database);
  return { rotations: after.rotations - before.rotations, replays: after.replays - before.replays };
}

async function readAuditLog(database: pg.Client): Promise<{ rotations: number; replays: number }> {
  const { rows } = await database.query(
    `SELECT count(*) FILTER (WHERE type = 'session.renewed')::int AS rotations,
            count(*) FILTER (WHERE type = 'session.replayed')::int AS replays FROM "AuditEvent"`,
  );
  return rows[0];
}
