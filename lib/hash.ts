import "server-only";
import { createHash } from "node:crypto";

const LENGTH = 22;

/**
 * Stands for an id that must not be kept itself: equal ids have equal hashes, and nothing can be read back. Not keyed, so
 * that it is the same on every instance, whatever secrets they have: only for ids that nobody can guess.
 * @param purpose the same id has another hash for every purpose
 * @param id at least 80 random bits of it
 */
export function hashId(purpose: "cart" | "session" | "told" | "mark" | "reset-link", id: string): string {
  return createHash("sha256").update(`cloakroom:${purpose}\n${id}`).digest("base64url").slice(0, LENGTH);
}
