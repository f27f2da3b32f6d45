import fc from "fast-check";
import { expect, test } from "vitest";
import { chooseByCode, cleanCode, codeKey, codePattern } from "./code";

test.each([
  "welcome10",
  " WELCOME10 ",
  "ＷＥＬＣＯＭＥ１０",
  "WEL\u200bCOME10\ufeff",
  "\u00a0“Welcome10”",
  "(welcome10)",
  "\u202awelcome10\u202c",
])("%j is the code WELCOME10", (typed) => {
  expect(codeKey(typed)).toBe(codeKey("WELCOME10"));
});

test.each(["BLACK–FRIDAY", "black‑friday", "ＢＬＡＣＫ－ＦＲＩＤＡＹ", "blackーfriday", "BLACK−FRIDAY"])(
  "%j is the code BLACK-FRIDAY",
  (typed) => {
    expect(codeKey(typed)).toBe(codeKey("BLACK-FRIDAY"));
  },
);

/** Faster to set up than fast-check's own unit strings. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0x10ffff }).filter((code) => code < 0xd800 || code > 0xdfff))
  .map((codes) => String.fromCodePoint(...codes));

test("cleaning never throws and is idempotent", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(cleanCode(cleanCode(text))).toBe(cleanCode(text));
    }),
  );
});

test("a pattern contains no wildcard that a shopper typed", () => {
  expect(codePattern("50%_OFF\\")).toBe("50__off_");
});

const made = (code: string, status = "active", created_at = "2026-01-01") => ({ code, status, created_at });

test("of two codes that differ in case, the exact one wins; else the active one, else the oldest", () => {
  const codes = [made("Spring", "inactive"), made("SPRING", "active", "2026-02-01"), made("spring")];
  expect(chooseByCode(codes, "SPRING")?.code).toBe("SPRING");
  expect(chooseByCode(codes, "“Spring”")?.code).toBe("Spring");
  expect(chooseByCode(codes, "sPRING")?.code).toBe("spring");
  expect(chooseByCode(codes, "sPRINGS")).toBeUndefined();
  expect(chooseByCode([made("")], "\u200b")).toBeUndefined();
});
