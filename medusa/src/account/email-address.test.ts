import { expect, it } from "vitest";
import { emailAddress, loginAddress } from "./email-address";

it.each([
  "a1@x.test, a2@x.test",
  "a1@x.test;a2@x.test",
  '"Click http://evil.example" <a1@x.test>',
  "Team: a1@x.test;",
  "<a1@x.test>",
  "a1@x.test\r\nBcc: a2@x.test",
  `${"a".repeat(250)}@x.test`,
  "",
])("%j is not one address", (text) => {
  expect(emailAddress.safeParse(text).success).toBe(false);
});

it("the e-mail address of a login is in lower case", () => {
  expect(emailAddress.safeParse("Ada@Example.test").success).toBe(true);
  expect(loginAddress.safeParse("Ada@Example.test").success).toBe(false);
  expect(loginAddress.safeParse("ada@example.test").success).toBe(true);
});
