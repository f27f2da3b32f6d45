import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename } from "node:path";

/** `started` is only good for comparing. It tells a recorded process from another that has got its number since. */
export type ProcessIdentity = { pid: number; started: string };

const isLinux = process.platform === "linux";

/** Undefined when there is no such process. */
export function identify(pid: number): ProcessIdentity | undefined {
  const started = isLinux ? startTimeFromProc(pid) : startTimeFromPs(pid);
  return started === undefined ? undefined : { pid, started };
}

export function isAlive({ pid, started }: ProcessIdentity): boolean {
  return identify(pid)?.started === started;
}

/** The parent's process id; 0 when there is none. */
export function parentOf(pid: number): number {
  return Number((isLinux ? readStat(pid)?.[1] : ps("ppid=", pid)) ?? 0);
}

/** The name of the program that a process runs; empty when there is none. */
export function programOf(pid: number): string {
  return isLinux ? readProc(`${pid}/comm`) : basename(ps("comm=", pid));
}

function startTimeFromProc(pid: number): string | undefined {
  const fields = readStat(pid);
  if (!fields || fields[0] === "Z" || fields[0] === "X") return undefined;
  return `${readProc("sys/kernel/random/boot_id")}/${fields[19]}`;
}

/** The fields of proc_pid_stat(5) from the third, the state, on. */
function readStat(pid: number): string[] | undefined {
  const stat = readProc(`${pid}/stat`);
  // The second field is the program's name in parentheses, which may itself hold spaces and parentheses.
  return stat ? stat.slice(stat.lastIndexOf(")") + 2).split(" ") : undefined;
}

function readProc(path: string): string {
  try {
    return readFileSync(`/proc/${path}`, "utf8").trim();
  } catch {
    return "";
  }
}

function startTimeFromPs(pid: number): string | undefined {
  const [state = "", ...started] = ps("stat=,lstart=", pid).split(/\s+/u);
  return state === "" || state.startsWith("Z") ? undefined : started.join(" ");
}

function ps(format: string, pid: number): string {
  const { stdout } = spawnSync("ps", ["-o", format, "-p", String(pid)], { encoding: "utf8" });
  return (stdout ?? "").trim();
}
