import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanEmail, cleanLine, cleanPhone, cleanToken } from "@/lib/clean-text";

/** Quicker to set up than fast-check's own strings of any unit. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0x10ffff }).filter((code) => code < 0xd800 || code > 0xdfff))
  .map((codes) => String.fromCodePoint(...codes));

const CLEANERS = { cleanLine, cleanToken, cleanEmail, cleanPhone };

describe.each(Object.entries(CLEANERS))("%s", (_name, clean) => {
  test("never throws, and gives the same when it is given its own result", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = clean(text);
        expect(clean(once)).toBe(once);
      }),
    );
  });
});

const letters = (text: string) => text.normalize("NFKC").match(/\p{L}/gu)?.join("") ?? "";

test("a line keeps every letter of every script", () => {
  const letter = fc.integer({ min: 0x41, max: 0x2ffff }).map((code) => String.fromCodePoint(code));
  const text = fc.array(
    letter.filter((each) => /^\p{L}$/u.test(each)),
    { minLength: 1 },
  );
  // Hangul's fillers are letters by their category, and nothing to the eye.
  const visible = text.map((each) => each.join("").replaceAll(/\p{Default_Ignorable_Code_Point}/gu, ""));
  fc.assert(
    fc.property(visible, (each) => {
      expect(letters(cleanLine(each))).toBe(letters(each));
    }),
  );
});

test.each([
  ["Zoë", "Zoe\u0308"],
  ["Ada", "\u202aAda\u202c\ufeff"],
  ["221½ Baker Street", "221½  Baker\u00a0Street\u200b"],
  ["1-2-3", "１－２－３"],
  ["葛城", "葛\u{e0100}城"],
  ["نرم\u200cافزار", "نرم\u200cافزار\u200c"],
  ["渋谷区 神南", "　渋谷区　神南　"],
])("%s is what was meant with %j", (line, typed) => {
  expect(cleanLine(typed)).toBe(line);
});

test.each([
  ["ada@example.com", "ａｄａ＠example。com"],
  ["ada@example.com", "mailto:ada@example.com"],
  ["ada@example.com", "\u2068<ada@example.com>\u2069"],
])("%s is the address in %j", (email, typed) => {
  expect(cleanEmail(typed)).toBe(email);
});

test.each([
  ["+1 212 555 0100", "\u202a+1\u00a0212\u00a0555\u00a00100\u202c"],
  ["+1-212-555-0100", "tel:+1-212-555-0100"],
  ["+1-212-555-0100 ext. 12", "tel:+1-212-555-0100;ext=12"],
  ["212 555 0100 ext. 12", "212 555 0100x12"],
  ["212 555 0100 ext. 12", "212 555 0100 Ext. 12"],
  ["212 555 0100 ext. 12", "212 555 0100, 12#"],
  ["03-1234-5678", "０３ー１２３４－５６７８"],
  ["0123456789", "٠١٢٣٤٥٦٧٨٩"],
])("%s is the number in %j", (phone, typed) => {
  expect(cleanPhone(typed)).toBe(phone);
});
