import "server-only";

declare const identity: unique symbol;

/** Headers that say who is asking. Only this file makes them, so a call cannot be sent without saying it. */
export type IdentityHeaders = { authorization: string; readonly [identity]: true };

/**
 * Headers of a request that nobody has signed in for. Absence is stated: a header that is merely left out is filled
 * in by whatever an earlier request left behind.
 */
export function guestHeaders(): IdentityHeaders {
  return { authorization: "" } as IdentityHeaders;
}
