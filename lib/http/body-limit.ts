/**
 * The largest request body, in bytes: for the guard before Next, for Next's actions, and for signed messages. The shop's
 * largest form has 64 KB; a signed message has up to 1,000 events of less than 100 bytes each.
 */
export const MAX_BODY_BYTES = 262_144;
