import "server-only";

const WINDOW_MILLISECONDS = 60_000;
const LINES = 20;

declare global {
  // Of this process, on globalThis as the database is. Holds nothing of any request but how many there were.
  var cloakroomLogLines: Record<string, { until: number; count: number }> | undefined;
}

/** What is logged with a limit: a closed list, so that nobody can make it grow. */
type Topic =
  | "backend"
  | "action"
  | "session"
  | "token"
  | "merge"
  | "address-book"
  | "audit"
  | "answer"
  | "promotions"
  | "refused";

/**
 * Logs what anybody may be able to cause by asking again and again: so many lines of a topic a minute, of which the last
 * says that more may follow unsaid.
 */
export function logLimited(topic: Topic, log: (...words: unknown[]) => void, ...words: unknown[]): void {
  const topics = (globalThis.cloakroomLogLines ??= {});
  const now = Date.now();
  const current = topics[topic];
  const window = current && current.until > now ? current : { until: now + WINDOW_MILLISECONDS, count: 0 };
  topics[topic] = window;
  window.count += 1;
  if (window.count < LINES) log(...words);
  if (window.count === LINES) log(...words, `(the last line about "${topic}" for a minute)`);
}
