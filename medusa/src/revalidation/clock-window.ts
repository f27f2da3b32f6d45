/** At the first run after a start: everything that may have passed while the backend was down. */
const FIRST_SPAN_MS = 90 * 86_400_000;

/**
 * Each span begins so long before the end of the one before, in milliseconds: whether a price list is active is decided
 * by the database's clock, which may be that far behind.
 */
const OVERLAP_MS = 20_000;

/** Which span of time is to be looked at next, so that no moment is left out, whatever fails or is down meanwhile. */
export class ClockWindow {
  #doneUntil: number | undefined;

  /** @param now milliseconds */
  next(now: number): { after: Date; until: Date } {
    const after = this.#doneUntil === undefined ? now - FIRST_SPAN_MS : this.#doneUntil - OVERLAP_MS;
    return { after: new Date(after), until: new Date(now) };
  }

  /** To be called when everything in a span has been delivered; until then it is looked at again. */
  finish({ until }: { until: Date }): void {
    this.#doneUntil = until.getTime();
  }
}
