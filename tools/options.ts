import { parseArgs } from "node:util";
import { COMMANDS } from "./commands.mjs";
import { UserError } from "./stack/user-error";

type Command = keyof typeof COMMANDS;

/** A text, a flag, or a whole number within bounds, both included. */
type OptionKind = "text" | "flag" | readonly [from: number, to: number];

type Values<T> = {
  -readonly [K in keyof T]?: T[K] extends "text" ? string : T[K] extends "flag" ? boolean : number;
};

/** The values of a command's options. An unknown, incomplete or impossible one throws, with what is possible. */
export function parseOptions<const T extends Record<string, OptionKind>>(
  command: Command,
  args: string[],
  kinds: T,
): Values<T> {
  const options = Object.entries(kinds).map(([name, kind]) => {
    const type: "boolean" | "string" = kind === "flag" ? "boolean" : "string";
    return [name, { type }] as const;
  });
  const read = () => {
    try {
      return parseArgs({ args, options: Object.fromEntries(options) }).values;
    } catch (error) {
      throw usageError(command, (error as Error).message);
    }
  };
  const values = Object.entries(read()).map(([name, value]) => {
    const kind = kinds[name];
    return [name, typeof kind === "object" ? parseWholeNumber(name, String(value), kind) : value];
  });
  return Object.fromEntries(values) as Values<T>;
}

/** An error whose advice is the command's usage. */
export function usageError(command: Command, message: string): UserError {
  return new UserError(message, { advice: COMMANDS[command].usage });
}

function parseWholeNumber(name: string, text: string, [from, to]: readonly [number, number]): number {
  const number = Number(text);
  if (/^\d+$/u.test(text) && number >= from && number <= to) return number;
  throw new UserError(`--${name} is "${text}".`, { advice: `It is a whole number from ${from} to ${to}.` });
}
