import "server-only";
import { createHash } from "node:crypto";

const LENGTH = 22;

/**
 * A hash of an id that must not be stored or shown itself. Not keyed, so that it is the same on every instance, whatever
 * its secrets; therefore only for unguessable ids.
 * @param purpose separates the hashes of one id for different uses
 * @param id with at least 80 random bits
 * @returns 22 characters, base64url
 */
export function hashId(
  purpose: "cart" | "session" | "told" | "customer-tag" | "reset-link",
  id: string,
): string {
  return createHash("sha256").update(`cloakroom:${purpose}\n${id}`).digest("base64url").slice(0, LENGTH);
}
