import { randomBytes } from "node:crypto";

/** Canaries are told from everything else by their look, so that no list of them has to be shared or kept. */
const CANARY = /canary[0-9a-f]{16}/gi;

/** A text that exists once in the world. Whoever gets to read it without having sent it has seen somebody else's data. */
export function newCanary(): string {
  return `canary${randomBytes(8).toString("hex")}`;
}

/** Every canary in a text, in lower case, as shops write e-mail addresses. */
export function listCanaries(text: string): Set<string> {
  return new Set(Array.from(text.matchAll(CANARY), ([canary]) => canary.toLowerCase()));
}
