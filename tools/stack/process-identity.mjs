// @ts-check
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename } from "node:path";

/** @typedef {{ pid: number, started: string }} ProcessIdentity */

/**
 * When a process began, as text that is only good for comparing; undefined when there is no such process. With it
 * a process id from an earlier run is known to be that same process, and not a stranger who got its number.
 * @param {number} pid
 * @returns {string | undefined}
 */
export function startTimeOf(pid) {
  return process.platform === "linux" ? startTimeFromProc(pid) : startTimeFromPs(pid);
}

/**
 * @param {number} pid
 * @returns {ProcessIdentity | undefined}
 */
export function identify(pid) {
  const started = startTimeOf(pid);
  return started === undefined ? undefined : { pid, started };
}

/**
 * @param {ProcessIdentity} identity
 * @returns {boolean}
 */
export function isAlive({ pid, started }) {
  return startTimeOf(pid) === started;
}

/**
 * @param {number} pid
 * @returns {number} 0 when there is none
 */
export function parentOf(pid) {
  if (process.platform === "linux") return Number(readStat(pid)?.[1] ?? 0);
  return Number(spawnSync("ps", ["-o", "ppid=", "-p", String(pid)], { encoding: "utf8" }).stdout ?? 0);
}

/**
 * The name of the program that a process runs; empty when there is none.
 * @param {number} pid
 * @returns {string}
 */
export function programOf(pid) {
  if (process.platform !== "linux") {
    return basename(spawnSync("ps", ["-o", "comm=", "-p", String(pid)], { encoding: "utf8" }).stdout.trim());
  }
  try {
    return readFileSync(`/proc/${pid}/comm`, "utf8").trim();
  } catch {
    return "";
  }
}

/** @param {number} pid */
function startTimeFromProc(pid) {
  const fields = readStat(pid);
  if (!fields || fields[0] === "Z" || fields[0] === "X") return undefined;
  const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  return `${boot}/${fields[19]}`;
}

/**
 * The fields of proc_pid_stat(5), from the third, the state, on.
 * @param {number} pid
 */
function readStat(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the program's name in parentheses and may itself hold spaces and parentheses.
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return undefined;
  }
}

/** @param {number} pid */
function startTimeFromPs(pid) {
  const { stdout } = spawnSync("ps", ["-o", "stat=,lstart=", "-p", String(pid)], { encoding: "utf8" });
  const [state = "", ...started] = (stdout ?? "").trim().split(/\s+/u);
  return state === "" || state.startsWith("Z") ? undefined : started.join(" ");
}
