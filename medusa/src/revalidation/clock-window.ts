/** Length of the first span after a start, for what happened while the backend was down. */
const FIRST_SPAN_MS = 90 * 86_400_000;

/** Spans overlap, because the database's clock, which decides whether a price list is active, may lag by this much. */
const OVERLAP_MS = 20_000;

/** Returns consecutive spans of time to check, without gaps across failures and downtime. */
export class ClockWindow {
  #doneUntil: number | undefined;

  /** @param now milliseconds since 1970 */
  next(now: number): { after: Date; until: Date } {
    const after = this.#doneUntil === undefined ? now - FIRST_SPAN_MS : this.#doneUntil - OVERLAP_MS;
    return { after: new Date(after), until: new Date(now) };
  }

  /** Marks a span as processed; otherwise the next one includes it. */
  finish({ until }: { until: Date }): void {
    this.#doneUntil = until.getTime();
  }
}
