import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { UserError } from "./user-error";

/** A system account; empty for the user who runs this. */
export type Account = { uid?: number; gid?: number };

const OWN_ACCOUNT = "cloakroom";

/**
 * The account that PostgreSQL runs as. It refuses to be root, so for root it is the owner of the cluster that is there,
 * or a system account: ours, the machine's own `postgres`, or else one made now.
 */
export function postgresAccount(clusterDir: string): Account {
  if (process.getuid?.() !== 0) return {};
  const owner = statSync(clusterDir, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const account = findAccount(OWN_ACCOUNT) ?? findAccount("postgres") ?? createAccount();
  if (account) return account;
  throw new UserError("PostgreSQL does not run as root, and no account for it could be made.", {
    advice: [
      "Run the command as another user; or make an account named postgres (useradd --system postgres);",
      "or use a PostgreSQL of your own: DATABASE_URL=postgres://user:password@host:5432/cloakroom_medusa",
    ].join("\n"),
  });
}

/** Whether the account can run a program: tried, since modes, ACLs and mount options all have a say in it. */
export function canRun(account: Account, command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { ...account, cwd: "/", stdio: "ignore" }).status === 0;
}

/** Whether the account can enter and list the folder. */
export function canEnter(account: Account, folder: string): boolean {
  return canRun(account, "/bin/sh", "-c", 'cd "$1" && ls . >/dev/null', "sh", folder);
}

function createAccount(): Account | undefined {
  const options = ["--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent"];
  spawnSync("useradd", [...options, "--shell", "/bin/false", OWN_ACCOUNT], { stdio: "ignore" });
  return findAccount(OWN_ACCOUNT);
}

function findAccount(name: string): Account | undefined {
  const ids = ["-u", "-g"].map((flag) => spawnSync("id", [flag, name], { encoding: "utf8" }));
  if (ids.some(({ status }) => status !== 0)) return undefined;
  const [uid, gid] = ids.map(({ stdout }) => Number(stdout));
  return { uid, gid };
}
