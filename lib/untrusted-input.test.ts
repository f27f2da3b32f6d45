import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseListRequest } from "@/components/catalog/list-request";
import { safeRedirectSchema } from "@/lib/http/safe-redirect";
import { isResetLinkUsable } from "@/lib/auth/password-reset";
import { parseListQuery } from "@/lib/catalog/list-query";
import { parseForm } from "@/lib/forms/form-data";
import { rewriteFilteredList } from "@/lib/guard/filtered-lists";
import { isSameOrigin } from "@/lib/http/origin";
import { addressSchema } from "@/lib/address/schema";
import { newPasswordSchema, passwordSchema } from "@/lib/auth/password-rules";
import { quantitySchema } from "@/lib/cart/quantity";
import { emailSchema, idSchema, nameSchema, orderNumberSchema, phoneSchema } from "@/lib/forms/fields";
import { isOrderToken } from "@/lib/orders/linked-order";
import { describeUserAgent } from "@/lib/session/devices";

/** Every parser of what anybody can send: it takes a text of any length and shape, and never throws. */
const PARSERS: Record<string, (text: string) => unknown> = {
  "a form's names": (text) => parseForm(formOf([[text, "x"]])),
  "a form's values": (text) => parseForm(formOf([["email", text]])),
  "many fields": (text) => parseForm(formOf(text.split("").map((character) => [character, "x"]))),
  "e-mail addresses": (text) => emailSchema.safeParse(text),
  "phone numbers": (text) => phoneSchema.safeParse(text),
  names: (text) => nameSchema.safeParse({ firstName: text, lastName: `Ada${text}` }),
  addresses: (text) =>
    ["us", "gb", "nl"].map((country) =>
      addressSchema.safeParse({
        firstName: "Ada",
        lastName: "Lovelace",
        address1: text,
        city: text,
        postalCode: text,
        country,
        province: text,
      }),
    ),
  passwords: (text) => [passwordSchema.safeParse(text), newPasswordSchema.safeParse(text)],
  quantities: (text) => quantitySchema.safeParse(text),
  ids: (text) => idSchema("order", "No.").safeParse(text),
  "order numbers": (text) => orderNumberSchema.safeParse(text),
  "order links": (text) => [isOrderToken(text), isOrderToken(`ol_${encode(text)}`)],
  "ways back": (text) => [safeRedirectSchema.safeParse(text), safeRedirectSchema.safeParse(`/${text}`)],
  "reset links": (text) => [isResetLinkUsable(text), isResetLinkUsable(`a.${encode(text)}.c`)],
  filters: (text) => {
    const vocabulary = { options: [], categories: [], collections: [], materials: [] };
    return parseListQuery({ [text]: text, min: text, max: text, page: text, sortBy: text }, vocabulary);
  },
  "addresses of lists": (text) => [rewriteFilteredList(text), rewriteFilteredList(`/us/store?${text}`)],
  "sorts and pages": (text) => parseListRequest({ sort: text, page: text }),
  origins: (text) =>
    isSameOrigin(`https://${text}`, { host: text, forwardedProto: text, storefrontUrl: "http://a.test" }),
  "user agents": (text) => describeUserAgent(text.slice(0, 400)),
};

const encode = (text: string) => Buffer.from(text).toString("base64url");

function formOf(fields: [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

/** What backtracking, splitting and nesting feed on. */
const SHAPES = [
  ".",
  ":",
  "a.",
  "a",
  " ",
  "\u0000",
  "-",
  "(",
  "[",
  '{"a":',
  "/",
  "//",
  "%",
  "@",
  "a@",
  "+1 ",
  "www.",
  "A1",
  "é",
  "\uD83D",
  "__proto__.",
  "Mozilla/5.0 (",
];

describe.each(Object.entries(PARSERS))("the parser of %s", (_name, parse) => {
  test("takes any text without throwing", () => {
    const shaped = fc
      .tuple(fc.constantFrom(...SHAPES), fc.nat({ max: 2_000 }), fc.string())
      .map(([shape, count, rest]) => shape.repeat(count) + rest);
    fc.assert(
      fc.property(fc.oneof(shaped, fc.string({ unit: "binary" })), (text) => {
        expect(() => parse(text)).not.toThrow();
      }),
      { numRuns: 50 },
    );
  }, 60_000);

  test("takes four times as long for four times as much, at the most", () => {
    for (const shape of SHAPES) {
      const once = shape.repeat(Math.ceil(25_000 / shape.length));
      const short = measure(() => parse(once));
      const long = measure(() => parse(once.repeat(4)));
      // Twice that and a tenth of a second, for the garbage collector. Quadratic, it would be sixteen times, and seconds.
      expect(long, `${JSON.stringify(shape)}: ${short} ms, then ${long} ms`).toBeLessThan(8 * short + 100);
    }
  }, 60_000);
});

/** The shortest of a few runs, in milliseconds of this process's own time: other programs do not count. */
function measure(run: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const start = process.cpuUsage();
    run();
    return process.cpuUsage(start).user / 1_000;
  });
  return Math.min(...times);
}
