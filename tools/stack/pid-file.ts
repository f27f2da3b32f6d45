import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { signalGroup } from "./managed-process";
import { poll } from "./poll";
import { identify, isAlive, type ProcessIdentity } from "./process-identity";

type RecordedProcess = ProcessIdentity & { name: string };

const GRACE_MS = 5_000;
const POLL_MS = 50;

/** The processes that a run has started, on disk: after a `kill -9` the next run ends those that were left. */
export class PidFile {
  readonly #file: string;
  #processes: RecordedProcess[] = [];

  constructor(file: string) {
    this.#file = file;
  }

  add(name: string, pid: number): void {
    const identity = identify(pid);
    if (identity) this.#write([...this.#processes, { name, ...identity }]);
  }

  remove(pid: number): void {
    this.#write(this.#processes.filter((entry) => entry.pid !== pid));
  }

  /** Ends what an earlier run recorded and did not live to end, and returns its names. */
  async endLeftovers(): Promise<string[]> {
    const leftovers = this.#read().filter(isAlive);
    const areGone = () => (leftovers.some(isAlive) ? undefined : true);
    for (const { pid } of leftovers) signalGroup(pid, "SIGINT");
    await poll(areGone, { everyMs: POLL_MS, timeoutMs: GRACE_MS });
    // Also where the leader is gone: its children may not be.
    for (const { pid } of leftovers) signalGroup(pid, "SIGKILL");
    await poll(areGone, { everyMs: POLL_MS });
    this.#write([]);
    return leftovers.map(({ name }) => name);
  }

  #read(): RecordedProcess[] {
    try {
      return JSON.parse(readFileSync(this.#file, "utf8")) as RecordedProcess[];
    } catch {
      return [];
    }
  }

  // Synchronously and by renaming: this process may be killed at the next line.
  #write(processes: RecordedProcess[]): void {
    this.#processes = processes;
    writeFileSync(`${this.#file}.new`, JSON.stringify(processes));
    renameSync(`${this.#file}.new`, this.#file);
  }
}
