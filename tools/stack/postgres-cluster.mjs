// @ts-check
import { spawnSync } from "node:child_process";
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "./failure.mjs";
import { programOf } from "./process-identity.mjs";

/**
 * @typedef {import("./supervisor.mjs").Supervisor} Supervisor
 * @typedef {import("./postgres-home.mjs").PostgresHome} PostgresHome
 * @typedef {{ user: string, password: string }} Login
 */

/**
 * Opens the cluster in the home's folder, which is made on the first use.
 * @param {Supervisor} supervisor
 * @param {PostgresHome} home
 * @param {Login} login
 * @returns {Promise<string>} its folder
 */
export async function openCluster(supervisor, home, login) {
  const cluster = join(home.folder, "cluster");
  if (!existsSync(cluster)) {
    const unfinished = `${cluster}.new`;
    rmSync(unfinished, { recursive: true, force: true });
    await initialise(supervisor, home, { ...login, folder: unfinished });
    renameSync(unfinished, cluster);
  }
  requireSameVersion(cluster, home);
  clearStaleLock(cluster);
  return cluster;
}

/**
 * One of PostgreSQL's programs, ready to be started.
 * @param {PostgresHome} home
 * @param {string} name
 */
export function postgresProgram(home, name) {
  const env = { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" };
  return { command: join(home.bin, name), cwd: "/", env, account: home.account };
}

/**
 * @param {Supervisor} supervisor
 * @param {PostgresHome} home
 * @param {Login & { folder: string }} options
 */
async function initialise(supervisor, home, { user, password, folder }) {
  const passwordFile = join(home.folder, "password");
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  const { uid, gid } = home.account;
  if (uid !== undefined && gid !== undefined) chownSync(passwordFile, uid, gid);
  // Sorting and upper case that do not depend on which locales the machine has.
  const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const login = ["--auth=scram-sha-256", `--username=${user}`, `--pwfile=${passwordFile}`];
  await supervisor.run({
    ...postgresProgram(home, "initdb"),
    name: "postgres-init",
    args: [`--pgdata=${folder}`, ...login, ...locale, "--no-instructions"],
    advice: "Check that the disk is not full, then run the command again.",
  });
  rmSync(passwordFile);
}

/**
 * @param {string} cluster
 * @param {PostgresHome} home
 */
function requireSameVersion(cluster, home) {
  const data = readFileSync(join(cluster, "PG_VERSION"), "utf8").trim();
  const { command, env, cwd, account } = postgresProgram(home, "postgres");
  const { stdout } = spawnSync(command, ["--version"], { env, cwd, ...account, encoding: "utf8" });
  const program = /(\d+)\./u.exec(stdout)?.[1];
  if (program === data) return;
  throw new Failure(`The data was written by PostgreSQL ${data}, and this is PostgreSQL ${program}.`, {
    advice: "Start over with an empty shop: npm run demo -- --reset",
  });
}

/**
 * PostgreSQL takes its lock file for stale only when no process has the number in it; after a crash or a restart of
 * the machine that number may have gone to any other program.
 * @param {string} cluster
 */
function clearStaleLock(cluster) {
  const lock = join(cluster, "postmaster.pid");
  if (!existsSync(lock)) return;
  const pid = Number(readFileSync(lock, "utf8").split("\n", 1)[0]);
  if (programOf(pid) !== "postgres") rmSync(lock);
}
