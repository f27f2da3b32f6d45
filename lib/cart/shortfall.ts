import "server-only";
import { cookies } from "next/headers";
import { z } from "zod";
import { hostCookie } from "@/lib/http/cookies";
import { sealedValue } from "@/lib/seal";

/** Long enough to follow a redirect and read a page. */
const LIFETIME_SECONDS = 300;
/** Browsers drop a cookie of more than 4,096 characters. */
const MAX_LENGTH = 3_900;
/** Whoever wants dozens of scarce things is told of the first ones. Sealed, a letter takes up to four characters. */
const MAX_LETTERS = 500;

const sealed = sealedValue({
  purpose: "shortfall",
  schema: z.object({ text: z.string() }),
  lifetimeSeconds: LIFETIME_SECONDS,
  maxLength: MAX_LENGTH,
});

const noticeCookie = (lifetimeSeconds = LIFETIME_SECONDS) => hostCookie("cart-notice", lifetimeSeconds);

/**
 * Keeps what is to be told of things that could not be put into the cart, in a merge or when an order is repeated, for
 * the page that follows. Only in a server action or route handler.
 */
export async function writeShortfall(lines: string[]): Promise<void> {
  const { name, options } = noticeCookie();
  const text = lines.join(" ").slice(0, MAX_LETTERS);
  (await cookies()).set(name, await sealed.seal({ text }), options);
}

export async function readShortfall(): Promise<string | undefined> {
  const text = (await cookies()).get(noticeCookie().name)?.value;
  return (await sealed.unseal(text))?.text;
}

/** Reads it for the one time that it is told. Only in a route handler. */
export async function takeShortfall(): Promise<string | undefined> {
  const notice = await readShortfall();
  if (notice) await clearShortfall();
  return notice;
}

/** It is for nobody else than whom it was written for. Only in a server action or route handler. */
export async function clearShortfall(): Promise<void> {
  const { name, options } = noticeCookie(0);
  (await cookies()).set(name, "", options);
}
