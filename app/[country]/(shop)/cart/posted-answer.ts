import "server-only";
import { cookies } from "next/headers";
import { z } from "zod";
import { ERROR_TEXT, type ErrorCode, type Failure } from "@/lib/errors";
import { hostCookie } from "@/lib/host-cookie";

const texts = z.record(z.string(), z.string());

const failure = z.object({
  ok: z.literal(false),
  code: z.string().refine((code): code is ErrorCode => code in ERROR_TEXT),
  fields: texts.optional(),
  values: texts.optional(),
});

/**
 * The answer to the form that this page is being rendered for, or null. An action posted without JavaScript leaves it
 * in a cookie that lives for this one request and that the browser never keeps.
 */
export async function readPostedAnswer(): Promise<Failure | null> {
  const text = (await cookies()).get(hostCookie("answer", 0).name)?.value;
  const parsed = failure.safeParse(parseJson(text));
  return parsed.success ? parsed.data : null;
}

function parseJson(text: string | undefined): unknown {
  try {
    return text && JSON.parse(text);
  } catch {
    return null;
  }
}
