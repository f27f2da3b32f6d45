import "server-only";
import { headers } from "next/headers";

const LONGEST_USER_AGENT = 400;

export type VisitingDevice = { userAgent: string; address: string | null };

/**
 * What this request says about the machine it comes from. Of the addresses in X-Forwarded-For the last is the one
 * that our own proxy, or Next itself, has seen; the ones before it are the client's to invent.
 */
export async function readDevice(): Promise<VisitingDevice> {
  const incoming = await headers();
  const address = incoming.get("x-forwarded-for")?.split(",").at(-1)?.trim();
  return {
    userAgent: (incoming.get("user-agent") ?? "").slice(0, LONGEST_USER_AGENT),
    address: address || null,
  };
}
