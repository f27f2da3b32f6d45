interface ClientError {
  status: number;
  message: string;
}

const MESSAGES: Record<number, string> = {
  413: "The request is too large.",
  415: "The request is of a kind that is not read here.",
};
const UNREADABLE = "The request cannot be read.";

/**
 * PostgreSQL's "data exceptions" (a number out of range, a character that no text can hold, JSON that is none) and "limits
 * exceeded" (a text too long for an index).
 */
const DATA_EXCEPTION = /^(?:22|54)[0-9A-Z]{3}$/;

/** Medusa looks a provider of sign-in, payment or delivery up by the name that a request gives, in its container. */
const PROVIDER = /Could not resolve '(au|pp|fp)_/;

/**
 * The answer to what Express, its parsers or the database threw because of what a request holds; null for any other
 * error. Their own messages quote the input.
 */
export function toClientError(error: unknown): ClientError | null {
  if (!(error instanceof Error)) return null;
  const { statusCode, code } = error as { statusCode?: unknown; code?: unknown };
  if (typeof statusCode === "number" && statusCode >= 400 && statusCode < 500)
    return { status: statusCode, message: MESSAGES[statusCode] ?? UNREADABLE };
  if (PROVIDER.test(error.message)) return { status: 400, message: "There is no such provider." };
  const isDataException = typeof code === "string" && DATA_EXCEPTION.test(code);
  return isDataException ? { status: 400, message: UNREADABLE } : null;
}
