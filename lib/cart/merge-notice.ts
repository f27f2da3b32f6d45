import "server-only";
import { cookies } from "next/headers";
import { z } from "zod";
import { hostCookie } from "@/lib/host-cookie";
import { sealedValue } from "@/lib/seal";

/** Long enough to follow a redirect and read a page. */
const LIFETIME_SECONDS = 300;
const MAX_LENGTH = 2_000;

const sealed = sealedValue({
  purpose: "merge-notice",
  schema: z.object({ text: z.string() }),
  lifetimeSeconds: LIFETIME_SECONDS,
  maxLength: MAX_LENGTH,
});

const noticeCookie = (lifetimeSeconds = LIFETIME_SECONDS) => hostCookie("cart-notice", lifetimeSeconds);

/** Keeps what is to be told about a merge for the page that follows. Only in a server action or route handler. */
export async function writeMergeNotice(lines: string[]): Promise<void> {
  const { name, options } = noticeCookie();
  // A cookie holds only so much; whoever merges dozens of scarce things is told of the first ones.
  const text = lines.join(" ").slice(0, MAX_LENGTH / 2);
  (await cookies()).set(name, await sealed.seal({ text }), options);
}

export async function readMergeNotice(): Promise<string | undefined> {
  const text = (await cookies()).get(noticeCookie().name)?.value;
  return (await sealed.unseal(text))?.text;
}

/** Reads it for the one time that it is told. Only in a route handler. */
export async function takeMergeNotice(): Promise<string | undefined> {
  const notice = await readMergeNotice();
  const { name, options } = noticeCookie(0);
  if (notice) (await cookies()).set(name, "", options);
  return notice;
}
