import { expect, it } from "vitest";
import { mailFileName } from "./mail-server";

const AT = new Date("2026-11-21T07:10:00.000Z");

it("a mail is named by when it came and what kind it says it is", () => {
  expect(mailFileName("To: a@b.test\r\nX-Mail-Kind: password-reset\r\n\r\nHello", AT)).toMatch(
    /^2026-11-21T07-10-00\.000Z-password-reset-[\w-]{36}\.eml$/,
  );
  expect(mailFileName("To: a@b.test\r\n\r\nHello", AT)).toContain("-other-");
});
