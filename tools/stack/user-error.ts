import { existsSync, readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";

const RULE = "─".repeat(72);
const TAIL_LINES = 30;
const TAIL_BYTES = 16_384;

/** npm ends its report of a failure with its usage; the reason is where the report begins. */
const NPM_REPORT = /^npm (error|ERR!) code/mu;

type Details = { advice?: string; logFile?: string; cause?: unknown };

/** An error that the user can act on: what went wrong, what to do next, and the log that tells more. */
export class UserError extends Error {
  readonly advice?: string;
  readonly logFile?: string;

  constructor(message: string, { advice, logFile, cause }: Details = {}) {
    super(message, { cause });
    this.name = "UserError";
    this.advice = advice;
    this.logFile = logFile;
  }
}

/** The text that ends a failed run. An unexpected error keeps its stack: it is a bug in the tools. */
export function formatError(error: unknown): string {
  if (!(error instanceof UserError)) return `\n${error instanceof Error ? error.stack : String(error)}\n`;
  const lines = ["", `✗ ${error.message}`];
  const tail = error.logFile ? readLogTail(error.logFile) : "";
  if (tail) lines.push("", RULE, tail, RULE, `The whole log: ${error.logFile}`);
  if (error.advice) lines.push("", error.advice);
  return `${lines.join("\n")}\n`;
}

/** The lines of a log that say what went wrong, usually the last, without colours; empty when there is no log. */
export function readLogTail(file: string, lines = TAIL_LINES): string {
  if (!existsSync(file)) return "";
  const text = stripVTControlCharacters(readFileSync(file).subarray(-TAIL_BYTES).toString()).trimEnd();
  const report = text.search(NPM_REPORT);
  if (report >= 0) return text.slice(report).split("\n").slice(0, lines).join("\n");
  return text.split(/\r?\n/u).slice(-lines).join("\n");
}
