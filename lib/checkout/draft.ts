import "server-only";
import { cookies } from "next/headers";
import { z } from "zod";
import { hostCookie } from "@/lib/http/cookies";
import { createSealer } from "@/lib/seal";

/** Enough to sign in; short, so that the next user of the browser does not find an address. */
const LIFETIME_SECONDS = 600;

const sealer = createSealer({
  purpose: "checkout-draft",
  schema: z.object({ values: z.record(z.string(), z.string()) }),
  lifetimeSeconds: LIFETIME_SECONDS,
  maxLength: 3_900,
});

const draftCookie = (lifetimeSeconds = LIFETIME_SECONDS) => hostCookie("draft", lifetimeSeconds);

/**
 * Stores what was typed into the address form while the shopper signs in. Only in a server action.
 * @param values by the names of the fields
 */
export async function writeDraft(values: Record<string, string>): Promise<void> {
  const { name, options } = draftCookie();
  // A draft that is too long for a cookie is dropped; signing in works all the same.
  const text = await sealer.seal({ values }).catch(() => null);
  if (text) (await cookies()).set(name, text, options);
}

/** The draft by field name, or null. */
export async function readDraft(): Promise<Record<string, string> | null> {
  const text = (await cookies()).get(draftCookie().name)?.value;
  return (await sealer.unseal(text))?.values ?? null;
}

/** Deletes the draft. Only in a server action. */
export async function clearDraft(): Promise<void> {
  const { name, options } = draftCookie(0);
  (await cookies()).set(name, "", options);
}
