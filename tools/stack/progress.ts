const LIVE_MS = 1_000;
const LOG_MS = 20_000;
const CLEAR_LINE = "\r\u001b[2K";

export type Progress = {
  step: <T>(title: string, work: () => Promise<T>) => Promise<T>;
  note: (line: string) => void;
};

/** "0.4 s", "29 s", "2 min 5 s". */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 10_000) return `${(milliseconds / 1_000).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1_000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** Shows steps: the time since the start, the step, how long it took. */
export function createProgress(output: NodeJS.WriteStream): Progress {
  const began = Date.now();
  const clock = () => {
    const seconds = Math.floor((Date.now() - began) / 1_000);
    return `[${`${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`.padStart(5)}]`;
  };
  return {
    note: (line) => void output.write(`${output.isTTY ? CLEAR_LINE : ""}${line}\n`),
    async step(title, work) {
      const since = Date.now();
      const describe = (sign: string) =>
        `${clock()} ${sign} ${title} (${formatDuration(Date.now() - since)})`;
      output.write(`${clock()} … ${title}${output.isTTY ? "" : "\n"}`);
      const endLine = startLiveLine(output, () => describe("…"));
      let sign = "✗";
      try {
        const result = await work();
        sign = "✓";
        return result;
      } finally {
        endLine();
        output.write(`${describe(sign)}\n`);
      }
    },
  };
}

/** Repeats a line until the returned function is called: in place each second on a terminal, now and then in a log. */
export function startLiveLine(output: NodeJS.WriteStream, line: () => string, logMs = LOG_MS): () => void {
  const write = () => output.write(output.isTTY ? CLEAR_LINE + line() : `${line()}\n`);
  const timer = setInterval(write, output.isTTY ? LIVE_MS : logMs);
  return () => {
    clearInterval(timer);
    if (output.isTTY) output.write(CLEAR_LINE);
  };
}
