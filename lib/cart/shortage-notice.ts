import "server-only";
import { cookies } from "next/headers";
import { z } from "zod";
import { hostCookie } from "@/lib/http/cookies";
import { createSealer } from "@/lib/seal";

/** Long enough to follow a redirect and read a page. */
const LIFETIME_SECONDS = 300;
/** Browsers drop a cookie of more than 4,096 characters. */
const MAX_LENGTH = 3_900;
/** Longer messages are cut. Sealed, a character takes up to four. */
const MAX_LETTERS = 500;

const sealer = createSealer({
  purpose: "shortfall",
  schema: z.object({ text: z.string() }),
  lifetimeSeconds: LIFETIME_SECONDS,
  maxLength: MAX_LENGTH,
});

const noticeCookie = (lifetimeSeconds = LIFETIME_SECONDS) => hostCookie("cart-notice", lifetimeSeconds);

/**
 * Stores messages about items that could not be added to the cart (on a merge or a reorder) for the next page. Only in a
 * server action or route handler.
 */
export async function writeShortageNotice(lines: string[]): Promise<void> {
  const { name, options } = noticeCookie();
  const text = lines.join(" ").slice(0, MAX_LETTERS);
  (await cookies()).set(name, await sealer.seal({ text }), options);
}

export async function readShortageNotice(): Promise<string | undefined> {
  const text = (await cookies()).get(noticeCookie().name)?.value;
  return (await sealer.unseal(text))?.text;
}

/** Reads the notice and deletes it. Only in a route handler. */
export async function takeShortageNotice(): Promise<string | undefined> {
  const notice = await readShortageNotice();
  if (notice) await clearShortageNotice();
  return notice;
}

/** Deletes the notice, so that no other shopper sees it. Only in a server action or route handler. */
export async function clearShortageNotice(): Promise<void> {
  const { name, options } = noticeCookie(0);
  (await cookies()).set(name, "", options);
}
