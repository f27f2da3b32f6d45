import "server-only";

const WINDOW_MS = 60_000;
const LINES = 20;

declare global {
  // Per process, on globalThis like the database. Holds counts only, no request data.
  var cloakroomLogLines: Record<string, { until: number; count: number }> | undefined;
}

/** A closed list, so that the map of counts is bounded. */
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
 * Logs with a limit per topic and minute, for errors that clients can cause at will. The last line of a minute says that
 * more may be missing.
 */
export function logLimited(topic: Topic, log: (...words: unknown[]) => void, ...words: unknown[]): void {
  const topics = (globalThis.cloakroomLogLines ??= {});
  const now = Date.now();
  const current = topics[topic];
  const window = current && current.until > now ? current : { until: now + WINDOW_MS, count: 0 };
  topics[topic] = window;
  window.count += 1;
  if (window.count < LINES) log(...words);
  if (window.count === LINES) log(...words, `(the last line about "${topic}" for a minute)`);
}
