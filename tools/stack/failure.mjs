// @ts-check
import { readTail } from "./log-tail.mjs";

const RULE = "─".repeat(72);

/** A failure that a person can act on: what went wrong, the log that tells more, what to do next. */
export class Failure extends Error {
  /**
   * @param {string} message
   * @param {{ advice?: string, logFile?: string, cause?: unknown }} [details]
   */
  constructor(message, { advice, logFile, cause } = {}) {
    super(message, { cause });
    this.name = "Failure";
    this.advice = advice;
    this.logFile = logFile;
  }
}

/**
 * The text that ends a failed run. An unexpected error keeps its stack: it is a bug of these scripts.
 * @param {unknown} error
 * @returns {string}
 */
export function describeFailure(error) {
  if (!(error instanceof Failure)) return `\n${error instanceof Error ? error.stack : String(error)}\n`;
  const lines = ["", `✗ ${error.message}`];
  const tail = error.logFile ? readTail(error.logFile) : "";
  if (tail) lines.push("", `${RULE}`, tail, RULE, `The whole log: ${error.logFile}`);
  if (error.advice) lines.push("", error.advice);
  return `${lines.join("\n")}\n`;
}
