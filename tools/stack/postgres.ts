import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";
import { withDatabase } from "./database";
import type { ManagedProcess } from "./managed-process";
import { poll } from "./poll";
import { openPostgresHome, type PostgresHome } from "./postgres-home";
import { readProcess } from "./process-info";
import type { Supervisor } from "./supervisor";
import { UserError } from "./user-error";

type PostgresOptions = { dataDir: string; port: number; password: string; isDisposable: boolean };

const USER = "cloakroom";
const HOST = "127.0.0.1";
const POLL_MS = 50;
const WRONG_PASSWORD = "28P01";
const RESET = "To start over with an empty shop: npm run demo -- --reset";

const SETTINGS = [`listen_addresses=${HOST}`, "unix_socket_directories="];
/** Ten times faster, and lost in a power cut. */
const DISPOSABLE_SETTINGS = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

/** Sorting and upper case that do not depend on the machine's locales. */
const LOCALE = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];

/** Starts the PostgreSQL from npm on the data folder's cluster, and returns how its databases' URLs are made. */
export async function startPostgres(
  supervisor: Supervisor,
  { dataDir, port, password, isDisposable }: PostgresOptions,
): Promise<(database: string) => string> {
  const home = openPostgresHome(dataDir);
  const cluster = join(home.folder, "cluster");
  if (!existsSync(cluster)) await initialise(supervisor, home, password);
  requireSameVersion(cluster, home);
  removeStaleLock(cluster);
  const settings = [...SETTINGS, ...(isDisposable ? DISPOSABLE_SETTINGS : [])];
  const server = supervisor.start({
    ...postgresProgram(home, "postgres"),
    args: ["-D", cluster, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])],
    // A "fast" shutdown: open connections are ended, not waited for.
    stopSignal: "SIGINT",
  });
  const url = postgresUrls({ port, password });
  await waitUntilReady(server, url("postgres"));
  return url;
}

export function postgresUrls({ port, password }: { port: number; password: string }) {
  return (database: string) => `postgres://${USER}:${password}@${HOST}:${port}/${database}`;
}

async function initialise(supervisor: Supervisor, home: PostgresHome, password: string): Promise<void> {
  const unfinished = join(home.folder, "cluster.new");
  const passwordFile = join(home.folder, "password");
  for (const left of [unfinished, passwordFile]) rmSync(left, { recursive: true, force: true });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  const { uid, gid } = home.account;
  if (uid !== undefined && gid !== undefined) chownSync(passwordFile, uid, gid);
  const login = ["--auth=scram-sha-256", `--username=${USER}`, `--pwfile=${passwordFile}`];
  await supervisor.run({
    ...postgresProgram(home, "initdb"),
    args: [`--pgdata=${unfinished}`, ...login, ...LOCALE, "--no-instructions"],
    advice: "Check that the disk is not full, then run the command again.",
  });
  rmSync(passwordFile);
  renameSync(unfinished, join(home.folder, "cluster"));
}

function postgresProgram({ bin, account }: PostgresHome, name: string) {
  const env = { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" };
  return { name, command: join(bin, name), cwd: "/", env, account };
}

function requireSameVersion(cluster: string, { version }: PostgresHome): void {
  const [program] = version.split(".");
  const data = readFileSync(join(cluster, "PG_VERSION"), "utf8").trim();
  if (program === data) return;
  const message = `The data was written by PostgreSQL ${data}, and this is PostgreSQL ${program}.`;
  throw new UserError(message, { advice: RESET });
}

/**
 * PostgreSQL takes its lock file for stale only when no process has the number in it. After a crash or a restart of the
 * machine any other program may have it.
 */
function removeStaleLock(cluster: string): void {
  const lock = join(cluster, "postmaster.pid");
  if (!existsSync(lock)) return;
  const pid = Number(readFileSync(lock, "utf8").split("\n", 1)[0]);
  if (readProcess(pid).program !== "postgres") rmSync(lock);
}

/** Waits as long as the server lives: after a power cut it may have minutes of log to replay. */
async function waitUntilReady(server: ManagedProcess, url: string): Promise<void> {
  const connect = async () => {
    if (server.hasEnded) return "ended";
    try {
      return await withDatabase(url, async () => "ready");
    } catch (cause) {
      if ((cause as pg.DatabaseError).code !== WRONG_PASSWORD) return undefined;
      const advice = `Restore secrets.json in the data folder. ${RESET}`;
      throw new UserError("The database's password is not the one in secrets.json.", { advice, cause });
    }
  };
  if ((await poll(connect, { everyMs: POLL_MS })) === "ready") return;
  const { logFile } = server;
  throw new UserError("PostgreSQL did not start.", { advice: `Read the log above. ${RESET}`, logFile });
}
