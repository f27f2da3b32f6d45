import "server-only";
import { headers } from "next/headers";
import { env } from "@/lib/env";

const LONGEST_USER_AGENT = 400;

export type VisitingDevice = { userAgent: string; address: string | null };

/**
 * What this request says about the machine it comes from. Each proxy appends to X-Forwarded-For whom it has seen: so
 * many from the end as there are proxies of ours, and what stands before that is the client's to invent. Where there is
 * no proxy at all Next fills it in, unless the client did.
 */
export async function readDevice(): Promise<VisitingDevice> {
  const incoming = await headers();
  const passed = incoming.get("x-forwarded-for")?.split(",") ?? [];
  // Fewer than that, and the setting is wrong: then the first, so that attempts are counted all the same.
  const address = (passed.at(-env.trustedProxies) ?? passed[0])?.trim();
  return {
    userAgent: (incoming.get("user-agent") ?? "").slice(0, LONGEST_USER_AGENT),
    address: address || null,
  };
}
