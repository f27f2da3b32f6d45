import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { ERROR_TEXT, type ErrorCode, type Failure, type Result } from "@/lib/errors";
import { hostCookie } from "@/lib/http/cookies";
import { findMarket } from "@/lib/markets";
import { createSealer } from "@/lib/seal";

/** Enough to follow a redirect on a slow connection. Short, because the message holds typed values. */
const LIFETIME_SECONDS = 60;

const texts = z.record(z.string(), z.string());

/** The result of a form post, for the page that is shown after the redirect. */
export type FlashMessage = Failure | { ok: true; values: Record<string, string> };

const sealer = createSealer<FlashMessage>({
  purpose: "answer",
  schema: z.union([
    z.object({
      ok: z.literal(false),
      code: z.string().refine((code): code is ErrorCode => code in ERROR_TEXT),
      fields: texts.optional(),
      values: texts.optional(),
    }),
    z.object({ ok: z.literal(true), values: texts }),
  ]),
  lifetimeSeconds: LIFETIME_SECONDS,
  // Browsers drop a cookie of more than 4,096 characters.
  maxLength: 3_900,
});

/**
 * Stores the result of a form posted without JavaScript as a flash message in a sealed cookie, and redirects to the
 * form's page (Post/Redirect/Get). Reload and Back then never post again, and the form state is not needed, which Next
 * 16.4 loses on pages with a static part (vercel/next.js#97784). Does nothing for a form sent by script, which gets the
 * action's return value.
 * @param form the form's name. A success is flashed only if it has no data
 */
export async function flashAndRedirect(result: Result, form: string): Promise<void> {
  if (await isSentByScript()) return;
  const text = await sealFlash(result, form);
  const { name, options } = hostCookie("answer", text ? LIFETIME_SECONDS : 0);
  (await cookies()).set(name, text, options);
  redirect(await getPagePath(result));
}

/**
 * Stores a failure as the flash message of a form, for a page that the shopper is led to from elsewhere. Only in a route
 * handler.
 */
export async function writeFlash(failure: Omit<Failure, "values">, form: string): Promise<void> {
  const { name, options } = hostCookie("answer", LIFETIME_SECONDS);
  (await cookies()).set(name, await sealFailure({ ...failure, values: { form } }), options);
}

/** Whether the form was submitted by the page's script, and not by the browser itself. */
export async function isSentByScript(): Promise<boolean> {
  return (await headers()).has("next-action");
}

/** Deletes the flash message of an earlier post. */
export async function clearFlash(): Promise<void> {
  const jar = await cookies();
  const { name, options } = hostCookie("answer", 0);
  if (jar.has(name)) jar.set(name, "", options);
}

/** The flash message for this page, or null. */
export async function readFlash(): Promise<FlashMessage | null> {
  const { name } = hostCookie("answer", LIFETIME_SECONDS);
  return sealer.unseal((await cookies()).get(name)?.value);
}

async function sealFlash(result: Result, form: string): Promise<string> {
  if (!result.ok) return sealFailure(result);
  return Object.keys(result).length === 1 ? sealer.seal({ ok: true, values: { form } }) : "";
}

/** Fits the failure into the cookie's size limit: drops the typed values first, then the messages except the code's. */
async function sealFailure({ values, ...messages }: Failure): Promise<string> {
  const { form = "" } = values ?? {};
  return sealer
    .seal({ ...messages, ...(values ? { values } : {}) })
    .catch(() => sealer.seal({ ...messages, values: { form } }))
    .catch(() => sealer.seal({ ok: false, code: messages.code, values: { form } }));
}

/** The path of the form's page. Product pages are static and cannot show a flash: their result is shown in the cart. */
async function getPagePath(result: Result): Promise<string> {
  const values = result.ok ? undefined : result.values;
  const market = findMarket(values?.country ?? "");
  if (values?.then === "cart" && market) return `/${market.country}/cart`;
  const referer = (await headers()).get("referer") ?? "";
  const { pathname, search } = new URL(
    /^https?:\/\//i.test(referer) && URL.canParse(referer) ? referer : "http://localhost/",
  );
  return pathname.replace(/^\/+/, "/") + search;
}
