// @ts-check
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { Failure } from "./failure.mjs";
import { openCluster, postgresProgram } from "./postgres-cluster.mjs";
import { openPostgresHome } from "./postgres-home.mjs";

/**
 * @typedef {import("./supervisor.mjs").Supervisor} Supervisor
 * @typedef {import("./managed-process.mjs").ManagedProcess} ManagedProcess
 * @typedef {{ dataDir: string, port: number, password: string, isDisposable: boolean }} PostgresOptions
 */

const USER = "cloakroom";
const HOST = "127.0.0.1";
const POLL_MS = 50;
const WRONG_PASSWORD = "28P01";

/** For data that is made anew by every run: ten times faster, and lost in a power cut. */
const DISPOSABLE = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

/**
 * Starts the PostgreSQL that came from npm, for this machine only, on the cluster in the data folder.
 * @param {Supervisor} supervisor
 * @param {PostgresOptions} options
 * @returns {Promise<(database: string) => string>} a database's URL
 */
export async function startPostgres(supervisor, { dataDir, port, password, isDisposable }) {
  const home = openPostgresHome(dataDir);
  const cluster = await openCluster(supervisor, home, { user: USER, password });
  const settings = [
    `listen_addresses=${HOST}`,
    "unix_socket_directories=",
    ...(isDisposable ? DISPOSABLE : []),
  ];
  const server = supervisor.start({
    ...postgresProgram(home, "postgres"),
    name: "postgres",
    args: ["-D", cluster, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])],
    // A "fast" shutdown: it ends the connections that are open instead of waiting for them.
    stopSignal: "SIGINT",
  });
  const url = postgresUrls({ port, password });
  await untilReady(server, url("postgres"));
  return url;
}

/**
 * Where the databases of that server are.
 * @param {{ port: number, password: string }} server
 * @returns {(database: string) => string}
 */
export function postgresUrls({ port, password }) {
  return (database) => `postgres://${USER}:${password}@${HOST}:${port}/${database}`;
}

/**
 * Waits as long as the server lives: after a power cut it may have minutes of log to replay.
 * @param {ManagedProcess} server
 * @param {string} connectionString
 */
async function untilReady(server, connectionString) {
  while (!server.hasEnded) {
    const client = new pg.Client({ connectionString });
    client.on("error", () => {});
    try {
      await client.connect();
      return await client.end();
    } catch (error) {
      if (/** @type {pg.DatabaseError} */ (error).code === WRONG_PASSWORD) throw lostPassword(error);
      await delay(POLL_MS);
    }
  }
  throw new Failure("PostgreSQL did not start.", {
    advice: "Read the log above. To start over with an empty shop: npm run demo -- --reset",
    logFile: server.logFile,
  });
}

/** @param {unknown} cause */
function lostPassword(cause) {
  const advice = "Restore secrets.json in the data folder, or start over: npm run demo -- --reset";
  return new Failure("The database's password is not the one in secrets.json.", { advice, cause });
}
