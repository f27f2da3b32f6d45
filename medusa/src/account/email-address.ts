import { z } from "@medusajs/framework/zod";

/** RFC 5321 (4.5.3.1.3) allows a path of 256 octets, angle brackets included. */
const MAX_LENGTH = 254;

/** One e-mail address and nothing else: no list, no name beside it. Length is looked at before the pattern is. */
export const emailAddress = z.string().max(MAX_LENGTH).pipe(z.string().email());

/** As above, in the one spelling that a login has. Two that differ in case would be two accounts with one mailbox. */
export const loginAddress = emailAddress.refine((address) => address === address.toLowerCase());
