// @ts-check

/**
 * @typedef {{ sentAt: number, answeredAt: number }} Span of one request, in milliseconds of one clock
 * @typedef {"owner" | "nobody" | "either"} Viewer
 */

/** A session's time to be away begins anew when a tenth of it is used. Past this share it may have ended by itself. */
const CERTAIN_SHARE = 0.75;

/** One sign-in on one device, as far as whoever made it can know. */
export class SessionModel {
  #endBegunAt = Infinity;
  #endedAt = Infinity;

  #certainMs;

  /**
   * @param {number} openedAt
   * @param {number} idleMs for how long one may be away
   */
  constructor(openedAt, idleMs) {
    this.lastUsedAt = openedAt;
    this.#certainMs = idleMs * CERTAIN_SHARE;
  }

  /** What ends it is on its way. @param {number} at */
  beginEnd(at) {
    this.#endBegunAt = Math.min(this.#endBegunAt, at);
  }

  /** The shop has confirmed its end. @param {number} at */
  confirmEnd(at) {
    this.beginEnd(at);
    this.#endedAt = Math.min(this.#endedAt, at);
  }

  /** @param {number} at @param {number} [milliseconds] a third of the time for which its life is certain */
  isCooling(at, milliseconds = this.#certainMs / 3) {
    return at - this.lastUsedAt > milliseconds;
  }

  get hasEnded() {
    return this.#endedAt !== Infinity;
  }

  /**
   * Whom an answer may show to a browser that asked with this session.
   * @param {Span} span
   * @returns {Viewer}
   */
  viewerOf({ sentAt, answeredAt }) {
    if (this.#endedAt <= sentAt) return "nobody";
    const mayHaveEnded = this.#endBegunAt <= answeredAt || this.isCooling(sentAt, this.#certainMs);
    return mayHaveEnded ? "either" : "owner";
  }
}
