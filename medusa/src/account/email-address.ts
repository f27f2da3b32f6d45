import { z } from "@medusajs/framework/zod";

/** RFC 5321 (4.5.3.1.3) allows a path of 256 octets, angle brackets included. */
const MAX_LENGTH = 254;

/** One e-mail address, without a list or a display name. The length is checked before the pattern runs. */
export const emailAddress = z.string().max(MAX_LENGTH).pipe(z.string().email());

/** An e-mail address in lower case. Logins that differ in case would be two accounts with one mailbox. */
export const loginAddress = emailAddress.refine((address) => address === address.toLowerCase());
