import { describe, expect, it } from "vitest";
import { toPasswordError } from "@/lib/auth/password-errors";
import { AppError } from "@/lib/errors";

function refused(message: string): AppError {
  return new AppError("invalid", { cause: Object.assign(new Error(message), { status: 400 }) });
}

describe("toPasswordError", () => {
  it.each(["too_short", "too_long", "unreadable", "blank", "common", "personal", "breached"])(
    "has a sentence for password_%s, at the field",
    (code) => {
      const refusal = toPasswordError(refused(`password_${code}: in the backend's words.`), "newPassword");
      expect(refusal?.code).toBe("invalid");
      expect(refusal?.fields?.newPassword).toMatch(/^[A-Z].*Please|^Please/);
      expect(refusal?.fields?.newPassword).not.toContain("backend");
    },
  );

  it.each([
    refused("Something else"),
    refused("password_unheard_of: no."),
    new AppError("unavailable"),
    new Error("password_common: no."),
  ])("says nothing about another failure: %s", (error) => {
    expect(toPasswordError(error, "password")).toBeNull();
  });
});
