import { expect, it } from "vitest";
import { isResetLinkUsable, parseResetLink } from "@/lib/auth/password-reset";

const HOUR = 3_600;
const now = Math.floor(Date.now() / 1_000);
const token = (claims: object) =>
  `e30.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.signature`;
const GOOD = { entity_id: "ada@cloakroom.test", purpose: "reset", exp: now + HOUR };

it("says whose password a link is for and how long it lasts", () => {
  expect(parseResetLink(token(GOOD))).toEqual({
    email: "ada@cloakroom.test",
    expiresAt: new Date((now + HOUR) * 1_000),
  });
  expect(isResetLinkUsable(token(GOOD))).toBe(true);
  expect(isResetLinkUsable(token({ ...GOOD, exp: now - 1 }))).toBe(false);
});

it.each([
  ["a session's token", token({ ...GOOD, purpose: undefined, actor_id: "cus_1" })],
  ["one for no address", token({ ...GOOD, entity_id: "ada" })],
  ["one without an end", token({ ...GOOD, exp: undefined })],
  ["one that is cut", token(GOOD).slice(0, 30)],
  ["nothing but dots", ".."],
  ["a NUL", "\u0000"],
  ["nothing", ""],
])("takes %s for no link", (_what, text) => {
  expect(parseResetLink(text)).toBeNull();
  expect(isResetLinkUsable(text)).toBe(false);
});
