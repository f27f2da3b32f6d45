import { describe, expect, it } from "vitest";
import { findPasswordProblem, normalizePassword } from "./password";

const ada = { email: "ada.lovelace@example.test", names: ["Ada", "Lovelace"] };

describe("findPasswordProblem", () => {
  it.each([
    "another-password",
    "a-longer-password",
    "chosen-by-a-stranger",
    "changed-9b1e8c9c-1111-4f58-b6a8-0a9f83f7a9a1",
    "correct horse battery staple",
    "пароль-на-сегодня",
    "ünïcödé-wörds",
    "lovelace and a long sentence",
    "👩‍🚀🦊🌧️🎩🧤🧣🌂👒",
    "cloakroom-demo",
  ])("accepts %s", (password) => {
    expect(findPasswordProblem(password, ada)).toBeNull();
  });

  it.each([
    ["short", "password_too_short"],
    ["😀😀😀😀", "password_too_short"],
    ["a1".repeat(101), "password_too_long"],
    ["ﷺ".repeat(20), "password_too_long"],
    ["with\u0000a nul", "password_unreadable"],
    ["with\na line", "password_unreadable"],
    ["half\uD83Da face", "password_unreadable"],
    ["        ", "password_blank"],
    ["\u00A0\u2003\u3000\u200B\u00A0\u2003\u3000\u200B", "password_blank"],
    ["\u2800".repeat(8), "password_blank"],
    ["password", "password_common"],
    ["PassWord", "password_common"],
    ["ｐａｓｓｗｏｒｄ", "password_common"],
    ["P@ssw0rd!", "password_common"],
    ["password2024", "password_common"],
    ["!!iloveyou!!", "password_common"],
    ["password".repeat(5), "password_common"],
    ["12345678", "password_common"],
    ["87654321", "password_common"],
    ["aaaaaaaaaa", "password_common"],
    ["1212121212", "password_common"],
    ["qwertyuiop", "password_common"],
    ["ada.lovelace@example.test", "password_personal"],
    ["ADA.LOVELACE@EXAMPLE.TEST", "password_personal"],
    ["ada.lovelace", "password_personal"],
    ["adalovelace1", "password_personal"],
    ["Lovelace99", "password_personal"],
    ["lovelaceada", "password_personal"],
    ["cloakroom", "password_personal"],
    ["Cloakroom1!", "password_personal"],
    ["cloakroomcloakroom", "password_personal"],
  ])("refuses %j: %s", (password, problem) => {
    expect(findPasswordProblem(password, ada)).toBe(problem);
  });

  it("is fast for the longest password, whatever its characters", () => {
    const startedAt = performance.now();
    for (const text of ["0+$%&2@05+96$97|1(67", "a", "ab", "p@ssw0rd", "1", "\u0301"])
      findPasswordProblem(text.repeat(200).slice(0, 200), {
        email: `${"a".repeat(64)}@${"b.".repeat(90)}test`,
      });
    expect(performance.now() - startedAt).toBeLessThan(500);
  });
});

it("Unicode spellings of a password are equal", () => {
  const typed = ["caf\u00E9-chairs", "cafe\u0301-chairs", "ｃａｆé－ｃｈａｉｒｓ"];
  expect(new Set(typed.map(normalizePassword)).size).toBe(1);
});
