/** A limit is exceeded. `api/errors` responds with 429 and Retry-After. */
export class TooManyRequests extends Error {
  constructor(readonly retryAfterSeconds: number) {
    super("Too many attempts. Please wait and try again.");
  }
}
