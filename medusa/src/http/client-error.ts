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
 * PostgreSQL's "data exceptions" (number out of range, invalid character, invalid JSON) and "limits exceeded" (text
 * too long for an index).
 */
const DATA_EXCEPTION = /^(?:22|54)[0-9A-Z]{3}$/;

/** Medusa resolves providers of sign-in, payment and fulfilment from its container by a name in the request. */
const PROVIDER = /Could not resolve '(au|pp|fp)_/;

/**
 * Maps an error that Express, its parsers or the database threw because of the input to a response; null for other
 * errors. Original messages quote the input and are dropped.
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
