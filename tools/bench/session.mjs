// @ts-check
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { median } from "./lighthouse.mjs";
import { SignedInClient } from "./signed-in-client.mjs";

const STATIC_PAGE = "/us/store";
const PERSONAL_PAGE = "/us/account/profile";
const ROUNDS = 12;
const TURNS_PER_ROUND = 25;
const REQUESTS = 20;
const PARALLEL = 100;
/** PostgreSQL's processes tell their counts after ten idle seconds at the latest. */
const COUNTS_SETTLE_MS = 12_000;

/**
 * @typedef {{ browser: import("@playwright/test").Browser, baseUrl: string, databaseUrl: string }} Shop
 * @typedef {{ guest: number, young: number, looked: number }} PageTimes milliseconds: for a guest, with a young ticket as
 *   browsers show it, and with a young ticket that the middleware has to look at to know
 * @typedef {PageTimes & { queries: number, renewals: number, replays: number }} SessionCosts
 */

/**
 * What sessions cost: milliseconds of a static page with a signed-in shopper's cookie and without (medians, one
 * request after the other, in turns), queries for one signed-in request, and what is left on record of many requests
 * that find one session due at the same moment.
 * @param {Shop} shop
 * @returns {Promise<SessionCosts>}
 */
export async function measureSession({ browser, baseUrl, databaseUrl }) {
  const client = await SignedInClient.register(browser, baseUrl);
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  try {
    return {
      ...(await measurePage(client)),
      queries: await countQueries(client, database),
      ...(await countRenewals(client, database)),
    };
  } finally {
    await database.end();
  }
}

/**
 * @param {SignedInClient} client
 * @returns {Promise<PageTimes>}
 */
async function measurePage(client) {
  /** @type {Record<keyof PageTimes, number[]>} */
  const times = { guest: [], young: [], looked: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    await client.renew();
    for (let turn = 0; turn < TURNS_PER_ROUND; turn += 1) {
      times.guest.push((await client.get(STATIC_PAGE, null)).milliseconds);
      times.young.push((await client.getYoung(STATIC_PAGE)).milliseconds);
      const answer = await client.get(STATIC_PAGE);
      if (!answer.isRenewal) times.looked.push(answer.milliseconds);
    }
  }
  return { guest: median(times.guest), young: median(times.young), looked: median(times.looked) };
}

/**
 * @param {SignedInClient} client
 * @param {pg.Client} database
 */
async function countQueries(client, database) {
  await wait(COUNTS_SETTLE_MS);
  const renewing = await countCommits(database, () => client.renew());
  const asking = await countCommits(database, async () => {
    await client.renew();
    for (let request = 0; request < REQUESTS; request += 1) await client.getYoung(PERSONAL_PAGE);
  });
  return asking - renewing;
}

/**
 * Each query is a transaction of its own.
 * @param {pg.Client} database
 * @param {() => Promise<void>} run
 */
async function countCommits(database, run) {
  const before = await readCommits(database);
  await run();
  await wait(COUNTS_SETTLE_MS);
  return (await readCommits(database)) - before;
}

/** @param {pg.Client} database */
async function readCommits(database) {
  const { rows } = await database.query(
    "SELECT xact_commit::int AS commits FROM pg_stat_database WHERE datname = current_database()",
  );
  return rows[0].commits;
}

/**
 * @param {SignedInClient} client
 * @param {pg.Client} database
 */
async function countRenewals(client, database) {
  await client.waitUntilDue();
  const before = await readRecord(database);
  const [renewed = null] = (await client.getMany("/api/shopper", PARALLEL)).flatMap(
    ({ cookie }) => cookie ?? [],
  );
  // The new cookie is shown by many at once, too.
  await client.getMany("/api/shopper", PARALLEL, renewed);
  const after = await readRecord(database);
  return { renewals: after.renewals - before.renewals, replays: after.replays - before.replays };
}

/** @param {pg.Client} database */
async function readRecord(database) {
  const { rows } = await database.query(
    `SELECT count(*) FILTER (WHERE type = 'session.renewed')::int AS renewals,
            count(*) FILTER (WHERE type = 'session.replayed')::int AS replays FROM "AuditEvent"`,
  );
  return rows[0];
}
