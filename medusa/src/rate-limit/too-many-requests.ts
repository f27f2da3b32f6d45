/** A limit is reached. `api/errors` answers it with 429 and Retry-After. */
export class TooManyRequests extends Error {
  constructor(readonly retryAfterSeconds: number) {
    super("Too many attempts. Please wait and try again.");
  }
}
