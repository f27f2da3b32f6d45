import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { ERROR_TEXT, type ErrorCode, type Failure, type Result } from "@/lib/errors";
import { hostCookie } from "@/lib/host-cookie";
import { findMarket } from "@/lib/market";
import { sealedValue } from "@/lib/seal";

/** Long enough to follow a redirect on a slow line; what was typed is in there. */
const LIFETIME_SECONDS = 60;

const texts = z.record(z.string(), z.string());

/** What a page can be told about a form: why it failed, or that it is done. */
export type Posted = Failure | { ok: true; values: Record<string, string> };

const sealed = sealedValue<Posted>({
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
 * Without JavaScript a posted form is answered by sending the browser back to its page, which finds the answer in a
 * sealed cookie: reload and Back then never post again, and Next 16.4 drops the form's own state on every page that
 * has a static part (vercel/next.js#97784). With JavaScript this does nothing: the answer itself gets there.
 * @param form the form's name; a success that brings nothing along is told to the page as well
 */
export async function answerPost(answer: Result, form: string): Promise<void> {
  if (await isSentByScript()) return;
  const text = await sealAnswer(answer, form);
  const { name, options } = hostCookie("answer", text ? LIFETIME_SECONDS : 0);
  (await cookies()).set(name, text, options);
  redirect(await getPagePath(answer));
}

/** Whether the page's script sent the form: without JavaScript the browser does, and shows what is answered. */
export async function isSentByScript(): Promise<boolean> {
  return (await headers()).has("next-action");
}

/** What was answered before is no longer true once a form is sent again, wherever the new answer leads. */
export async function forgetAnswer(): Promise<void> {
  const jar = await cookies();
  const { name, options } = hostCookie("answer", 0);
  if (jar.has(name)) jar.set(name, "", options);
}

/** The answer to the form that was just posted from this page, or null. */
export async function readPostedAnswer(): Promise<Posted | null> {
  const { name } = hostCookie("answer", LIFETIME_SECONDS);
  return sealed.unseal((await cookies()).get(name)?.value);
}

async function sealAnswer(answer: Result, form: string): Promise<string> {
  if (!answer.ok) return sealFailure(answer);
  return Object.keys(answer).length === 1 ? sealed.seal({ ok: true, values: { form } }) : "";
}

/**
 * Somebody who pasted a novel into a field loses it; the messages arrive all the same. Where they name dozens of scarce
 * things and are too long themselves, the one of the code does.
 */
async function sealFailure({ values, ...messages }: Failure): Promise<string> {
  const { form = "" } = values ?? {};
  return sealed
    .seal({ ...messages, ...(values ? { values } : {}) })
    .catch(() => sealed.seal({ ...messages, values: { form } }))
    .catch(() => sealed.seal({ ok: false, code: messages.code, values: { form } }));
}

/** The page of the form. A product's is static and can say nothing: what could not be added is told in the cart. */
async function getPagePath(answer: Result): Promise<string> {
  const values = answer.ok ? undefined : answer.values;
  const market = findMarket(values?.country ?? "");
  if (values?.then === "cart" && market) return `/${market.country}/cart`;
  const referer = (await headers()).get("referer") ?? "";
  const { pathname, search } = new URL(
    /^https?:\/\//i.test(referer) && URL.canParse(referer) ? referer : "http://localhost/",
  );
  return pathname.replace(/^\/+/, "/") + search;
}
