import "server-only";
import { headers } from "next/headers";
import { env } from "@/lib/env";
import { readMachine } from "@/lib/machine";

const LONGEST_USER_AGENT = 400;

export type VisitingDevice = { userAgent: string; address: string | null };

/** What this request says about the machine it comes from. `lib/connection-address.ts` has seen to its last entry. */
export async function readDevice(): Promise<VisitingDevice> {
  const incoming = await headers();
  return {
    userAgent: (incoming.get("user-agent") ?? "").slice(0, LONGEST_USER_AGENT),
    address: readMachine(incoming.get("x-forwarded-for"), env.trustedProxies),
  };
}
