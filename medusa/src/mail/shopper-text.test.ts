import { describe, expect, it } from "vitest";
import { hasLink, toGreetingName, toPlainLine } from "./shopper-text";

const LINKS = [
  "Win now https://evil.example/x",
  "www.evil.example",
  "WWW.EVIL",
  "evil.example",
  "see evil.example/path now",
  "ｅｖｉｌ．ｅｘａｍｐｌｅ",
  "evil。example",
  "evil\u200b.example",
  "http\u00ad://evil",
  "mailto:a@evil",
  "javascript:alert(1)",
  "tel:0900123456",
  "me@evil.example",
  "192.0.2.17",
];

describe("toGreetingName", () => {
  it.each([
    "Ida",
    "Anne-Marie",
    "O’Brien",
    "J. R. R.",
    "Jean-François d'Arc",
    "Søren",
    "李小龍",
    "علی‌رضا",
    "Dr. Ida",
  ])("greets %s", (name) => expect(toGreetingName(name)).toBe(name));

  it.each([
    ...LINKS,
    "",
    "  ",
    null,
    undefined,
    "Ida\nYour account is closed",
    "Ida\u0000",
    "\u202eadI",
    "a".repeat(41),
  ])("greets nobody as %j", (name) => expect(toGreetingName(name)).toBeNull());
});

describe("toPlainLine", () => {
  it.each(LINKS)("breaks the link in %j", (text) => {
    expect(toPlainLine(text)).not.toMatch(/:\/\/|www\.|\w\.\w|@|\w:\S/);
    expect(hasLink(toPlainLine(text))).toBe(false);
  });

  it.each(["12a St. James's Street", "１−２−３ 銀座", "c/o Rhodes, Flat 3/4", "No. 27, ½ Hook Lane"])(
    "leaves %j as it was typed",
    (text) => expect(toPlainLine(text)).toBe(text),
  );

  it("is one line of at most 80 characters", () => {
    expect(toPlainLine("1 Hook Lane\r\n\r\nPay\u2028here")).toBe("1 Hook Lane Pay here");
    expect([...toPlainLine("𝒳".repeat(200))]).toHaveLength(80);
  });
});
