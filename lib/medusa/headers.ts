import "server-only";

declare const identity: unique symbol;

/** Headers that say who is asking. Only this file makes them, so a call cannot be sent without saying it. */
export type IdentityHeaders = { authorization: string; readonly [identity]: true };

/**
 * Headers of a request that nobody has signed in for. Absence is stated: a header that is merely left out can
 * be filled in by whatever a shared client has kept of an earlier request.
 */
export function guestHeaders(): IdentityHeaders {
  return { authorization: "" } as IdentityHeaders;
}

/** Headers of a request for one signed-in customer. @param token that customer's Medusa token, of this request only */
export function customerHeaders(token: string): IdentityHeaders {
  return { authorization: `Bearer ${token}` } as IdentityHeaders;
}
