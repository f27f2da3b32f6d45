import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename } from "node:path";

/** The name of the program that a process runs, and its parent's process id; empty and 0 when there is no process. */
export function readProcess(pid: number): { program: string; parent: number } {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const read = (name: string) => new RegExp(String.raw`^${name}:\s*(.+)$`, "mu").exec(status)?.[1] ?? "";
    return { program: read("Name"), parent: Number(read("PPid")) };
  } catch {
    // macOS has no /proc.
    const { stdout } = spawnSync("ps", ["-o", "ppid=,comm=", "-p", String(pid)], { encoding: "utf8" });
    const [, parent = "0", program = ""] = /(\d+)\s+(.+)/u.exec(stdout ?? "") ?? [];
    return { program: basename(program), parent: Number(parent) };
  }
}
