// @ts-check

/**
 * @typedef {{ sentAt: number, answeredAt: number }} Span of one request, in milliseconds of one clock
 * @typedef {"owner" | "nobody" | "either"} Viewer
 */

/**
 * A session may be away for a minute in the shop under test, and that minute begins anew when a tenth of it is used.
 * From here on it may have ended by itself.
 */
const IDLE_AFTER_MS = 45_000;

/** One sign-in on one device, as far as whoever made it can know. */
export class SessionModel {
  #endBegunAt = Infinity;
  #endedAt = Infinity;

  /** @param {number} openedAt */
  constructor(openedAt) {
    this.lastUsedAt = openedAt;
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
    const mayHaveEnded = this.#endBegunAt <= answeredAt || sentAt - this.lastUsedAt > IDLE_AFTER_MS;
    return mayHaveEnded ? "either" : "owner";
  }
}
