/** When a request was sent and its response had arrived, in milliseconds of one clock. */
export type RequestTiming = { sentAt: number; answeredAt: number };

/** A response must show the account's customer, or a guest. Either is right where the model cannot know. */
export type ExpectedIdentity = "customer" | "guest" | "either";

/** A session's idle time begins anew when a tenth of it is used. Past this share it may have ended by itself. */
const CERTAIN_SHARE = 0.75;

/** One sign-in in one browser, as far as the load test can know. Idle time is in milliseconds. */
export class SessionModel {
  lastUsedAt: number;
  readonly #certainMs: number;
  #endSentAt = Infinity;
  #endedAt = Infinity;

  constructor(openedAt: number, idleMs: number) {
    this.lastUsedAt = openedAt;
    this.#certainMs = idleMs * CERTAIN_SHARE;
  }

  /** A request that ends the session is sent. */
  beginEnd(at: number): void {
    this.#endSentAt = Math.min(this.#endSentAt, at);
  }

  /** The shop has confirmed the end. */
  confirmEnd(at: number): void {
    this.beginEnd(at);
    this.#endedAt = Math.min(this.#endedAt, at);
  }

  /** Whether a third of the time for which the session certainly lives has passed without a request. */
  isIdle(at: number): boolean {
    return at - this.lastUsedAt > this.#certainMs / 3;
  }

  get hasEnded(): boolean {
    return this.#endedAt !== Infinity;
  }

  /** The identity that the response to a request with this session must show. */
  expectedIdentity({ sentAt, answeredAt }: RequestTiming): ExpectedIdentity {
    if (this.#endedAt <= sentAt) return "guest";
    const mayHaveExpired = sentAt - this.lastUsedAt > this.#certainMs;
    return mayHaveExpired || this.#endSentAt <= answeredAt ? "either" : "customer";
  }
}
