import { parseArgs, type ParseArgsConfig } from "node:util";
import { COMMANDS } from "./commands.mjs";
import { UserError } from "./stack/user-error";

type Command = keyof typeof COMMANDS;

/** An option with a value. */
export const TEXT = { type: "string" } as const;

/** The values of a command's options. An unknown or incomplete option throws, with the command's usage. */
export function parseOptions<const T extends NonNullable<ParseArgsConfig["options"]>>(
  command: Command,
  args: string[],
  options: T,
) {
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw usageError(command, (error as Error).message);
  }
}

/** An error whose advice is the command's usage. */
export function usageError(command: Command, message: string): UserError {
  return new UserError(message, { advice: COMMANDS[command].usage });
}

/** An option's value as a whole number within the bounds, both included; undefined when it is not given. */
export function parseWholeNumber(
  name: string,
  text: string | undefined,
  { from, to }: { from: number; to: number },
): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (/^\d+$/u.test(text) && number >= from && number <= to) return number;
  throw new UserError(`--${name} is "${text}".`, { advice: `It is a whole number from ${from} to ${to}.` });
}
