import { randomBytes } from "node:crypto";

/** Canaries are recognised by their form alone, so no list of issued canaries has to be shared between tests. */
const CANARY = /canary[0-9a-f]{16}/gi;

/** Returns a globally unique text. A browser that receives it without having sent it has received another user's data. */
export function newCanary(): string {
  return `canary${randomBytes(8).toString("hex")}`;
}

/** Every canary in a text, in lower case, because applications lower-case e-mail addresses. */
export function findCanaries(text: string): Set<string> {
  return new Set(Array.from(text.matchAll(CANARY), ([canary]) => canary.toLowerCase()));
}
