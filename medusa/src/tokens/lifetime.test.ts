import { describe, expect, it } from "vitest";
import type { Claims } from "./claims";
import { getAdminLifetime, isExpired } from "./lifetime";

const DAY = 86_400;
const claims = { actor_type: "user", iat: 1_000, exp: 1_000 + DAY } as Claims;

describe("isExpired", () => {
  it.each([
    ["a user's token within the day", claims, 1_000 + DAY - 1, false],
    ["a user's token after a day", claims, 1_000 + DAY, true],
    ["a user's token that was issued for a fortnight", { ...claims, exp: 14 * DAY }, 1_000 + DAY, true],
    [
      "a customer's token of a fortnight",
      { ...claims, actor_type: "customer", exp: 14 * DAY },
      2 * DAY,
      false,
    ],
    ["a customer's session past its token's end", { ...claims, actor_type: "customer" }, 1_000 + DAY, true],
  ])("%s", (...[, token, seconds, expected]) => {
    expect(isExpired(token, seconds * 1_000)).toBe(expected);
  });
});

describe("getAdminLifetime", () => {
  it("is one day from signing in, and the rest of it when a token is refreshed", () => {
    expect(getAdminLifetime(null, 0)).toBe(DAY);
    expect(getAdminLifetime(claims, (1_000 + DAY - 60) * 1_000)).toBe(60);
    expect(getAdminLifetime({ ...claims, exp: 14 * DAY }, 0)).toBe(DAY);
  });
});
