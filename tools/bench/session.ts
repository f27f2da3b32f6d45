import { setTimeout as delay } from "node:timers/promises";
import type pg from "pg";
import { environment } from "../../e2e/support/environment";
import { HttpBrowser } from "../../e2e/support/http-browser";
import { newIdentity } from "../../e2e/support/identity";
import {
  fetchWithCookie,
  FRESH_COOKIE,
  readSetSessionCookie,
  SESSION_COOKIE,
} from "../../e2e/support/session-cookies";
import { withDatabase } from "../stack/database";
import type { Table } from "./bench";
import { median } from "./measurement";

const STATIC_PAGE = "/us/store";
const PERSONAL_PAGE = "/us/account/profile";
const STATE = "/api/shopper";
const ROUNDS = 12;
const TURNS_PER_ROUND = 25;
const REQUESTS = 20;
const PARALLEL = 100;
const POLL_MS = 50;
/** PostgreSQL's processes report their counts after ten idle seconds at the latest. */
const COUNTS_SETTLE_MS = 12_000;

/**
 * Measures what sessions cost: milliseconds of a static page with and without a session cookie, queries of a signed-in
 * request, and what many requests leave on record that find one session due at the same moment.
 */
export async function measureSession(): Promise<Table> {
  const cookie = await register();
  const { guest, fresh, checked } = await measurePage(cookie);
  const { queries, rotations, replays } = await withDatabase(
    environment.storefrontDatabaseUrl,
    async (database) => ({
      queries: await countQueries(cookie, database),
      ...(await countRotations(cookie, database)),
    }),
  );
  return {
    title: "Sessions",
    rows: {
      "ms, static page for a guest": { measured: guest.toFixed(2), target: "" },
      "ms more, signed in, no rotation due": { measured: (fresh - guest).toFixed(2), target: "≤ 1" },
      "ms more, when the middleware checks": { measured: (checked - guest).toFixed(2), target: "" },
      "queries for 20 signed-in requests": { measured: queries, target: REQUESTS },
      "rotations, 100 requests find one due": { measured: rotations, target: 1 },
      "of them taken for a replay": { measured: replays, target: 0 },
    },
  };
}

/** The session cookie of a customer of the bench's own, which changes at each rotation. */
type SessionCookie = { current: string };

async function register(): Promise<SessionCookie> {
  const browser = new HttpBrowser();
  const { canary: _, ...typed } = newIdentity("shopper");
  await browser.submit("/us/register", "password", typed);
  const token = browser.cookies.get(SESSION_COOKIE);
  if (!token) throw new Error("Registering gave no session.");
  return { current: `${SESSION_COOKIE}=${token}` };
}

/** Over plain HTTP: a browser would add its own time. `renewed`: the new session cookie, if the response sets one. */
async function request(path: string, cookie: string) {
  const startedAt = performance.now();
  const response = await fetchWithCookie(environment.baseUrl + path, cookie);
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}.`);
  const renewed = readSetSessionCookie(response)?.split(";")[0];
  return { milliseconds: performance.now() - startedAt, renewed };
}

/** With the fresh cookie, too, as a browser asks whose token needs no rotation yet. */
function requestFresh(path: string, cookie: SessionCookie) {
  return request(path, `${cookie.current}; ${FRESH_COOKIE}=1`);
}

function requestMany(cookie: string) {
  return Promise.all(Array.from({ length: PARALLEL }, () => request(STATE, cookie)));
}

/** Waits until the token is due, and returns the cookie that the rotation sets. */
async function waitForRotation(cookie: SessionCookie): Promise<string> {
  for (;;) {
    const { renewed } = await request(STATE, cookie.current);
    if (renewed) return renewed;
    await delay(POLL_MS);
  }
}

/** Confirms the new token: as long as that is fresh, nothing is rotated. */
async function rotate(cookie: SessionCookie): Promise<void> {
  cookie.current = await waitForRotation(cookie);
  await request(STATE, cookie.current);
}

/** Medians for a guest, with a fresh token as browsers present it, and with one that the middleware has to check. */
async function measurePage(cookie: SessionCookie) {
  const times = { guest: [] as number[], fresh: [] as number[], checked: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    await rotate(cookie);
    for (let turn = 0; turn < TURNS_PER_ROUND; turn += 1) {
      times.guest.push((await request(STATIC_PAGE, "")).milliseconds);
      times.fresh.push((await requestFresh(STATIC_PAGE, cookie)).milliseconds);
      const { renewed, milliseconds } = await request(STATIC_PAGE, cookie.current);
      if (!renewed) times.checked.push(milliseconds);
    }
  }
  return { guest: median(times.guest), fresh: median(times.fresh), checked: median(times.checked) };
}

async function countQueries(cookie: SessionCookie, database: pg.Client): Promise<number> {
  await delay(COUNTS_SETTLE_MS);
  const rotation = await countCommits(database, () => rotate(cookie));
  const all = await countCommits(database, async () => {
    await rotate(cookie);
    for (let count = 0; count < REQUESTS; count += 1) await requestFresh(PERSONAL_PAGE, cookie);
  });
  return all - rotation;
}

/** Each query is a transaction of its own. */
async function countCommits(database: pg.Client, work: () => Promise<void>): Promise<number> {
  const read = async () => {
    const { rows } = await database.query(
      "SELECT xact_commit::int AS commits FROM pg_stat_database WHERE datname = current_database()",
    );
    return Number(rows[0].commits);
  };
  const before = await read();
  await work();
  await delay(COUNTS_SETTLE_MS);
  return (await read()) - before;
}

async function countRotations(cookie: SessionCookie, database: pg.Client) {
  const read = async (): Promise<{ rotations: number; replays: number }> => {
    const { rows } = await database.query(
      `SELECT count(*) FILTER (WHERE type = 'session.renewed')::int AS rotations,
              count(*) FILTER (WHERE type = 'session.replayed')::int AS replays FROM "AuditEvent"`,
    );
    return rows[0];
  };
  await rotate(cookie);
  // Due again, and not replaced: the next request that presents it rotates.
  await waitForRotation(cookie);
  const before = await read();
  const responses = await requestMany(cookie.current);
  // Many requests present the new token at once, too.
  await requestMany(responses.find(({ renewed }) => renewed)?.renewed ?? "");
  const after = await read();
  return { rotations: after.rotations - before.rotations, replays: after.replays - before.replays };
}
