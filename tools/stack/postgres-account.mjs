// @ts-check
import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { Failure } from "./failure.mjs";

/** @typedef {{ uid?: number, gid?: number }} Account empty: the user who runs this */

const OWN_ACCOUNT = "cloakroom";

/**
 * The account PostgreSQL runs as. It refuses to be root; so for root it is the owner of the cluster that is there,
 * or a system account: ours, the machine's own `postgres`, or else one made now.
 * @param {string} clusterDir
 * @returns {Account}
 */
export function postgresAccount(clusterDir) {
  if (process.getuid?.() !== 0) return {};
  const owner = statSync(clusterDir, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const account = lookUp(OWN_ACCOUNT) ?? lookUp("postgres") ?? create();
  if (account) return account;
  throw new Failure("PostgreSQL does not run as root, and no account for it could be made.", {
    advice: [
      "Run the command as another user; or make an account named postgres (useradd --system postgres);",
      "or use a PostgreSQL of your own: DATABASE_URL=postgres://user:password@host:5432/cloakroom_medusa",
    ].join("\n"),
  });
}

/**
 * Whether the account can run a program; tried, because modes, ACLs and mount options all have a say in it.
 * @param {Account} account
 * @param {string} command
 * @param {...string} args
 * @returns {boolean}
 */
export function canRun(account, command, ...args) {
  return spawnSync(command, args, { ...account, cwd: "/", stdio: "ignore" }).status === 0;
}

/**
 * @param {Account} account
 * @param {string} folder
 * @returns {boolean}
 */
export function canEnter(account, folder) {
  return canRun(account, "/bin/sh", "-c", 'cd "$1" && ls . >/dev/null', "sh", folder);
}

function create() {
  const options = ["--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent"];
  spawnSync("useradd", [...options, "--shell", "/bin/false", OWN_ACCOUNT], { stdio: "ignore" });
  return lookUp(OWN_ACCOUNT);
}

/**
 * @param {string} name
 * @returns {Account | undefined}
 */
function lookUp(name) {
  const ids = ["-u", "-g"].map((flag) => spawnSync("id", [flag, name], { encoding: "utf8" }));
  if (ids.some(({ status }) => status !== 0)) return undefined;
  const [uid, gid] = ids.map(({ stdout }) => Number(stdout));
  return { uid, gid };
}
