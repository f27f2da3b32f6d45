/**
 * Bytes of any request's body, in the guard before Next, for Next's own reading of actions, and for signed messages.
 * The largest form of the shop has 64 KB, and a signed message names up to 1,000 events of less than 100 bytes each.
 */
export const MAX_BODY_BYTES = 262_144;
