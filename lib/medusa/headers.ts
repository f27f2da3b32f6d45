import "server-only";

declare const identity: unique symbol;

/** The identity that the backend is called with. Only this file can make one, so no call can be sent without. */
export type IdentityHeaders = { authorization: string; readonly [identity]: true };

/**
 * The headers of a guest's request. States the absence of a token: a header that is left out could be filled in by a
 * shared client from an earlier request.
 */
export function guestHeaders(): IdentityHeaders {
  return { authorization: "" } as IdentityHeaders;
}

/** The headers of a signed-in customer's request. @param token the backend token of the current request's session */
export function customerHeaders(token: string): IdentityHeaders {
  return { authorization: `Bearer ${token}` } as IdentityHeaders;
}
