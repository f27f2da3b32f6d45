import { describe, expect, it } from "vitest";
import { suggestEmail } from "./email-suggestion";

describe("suggestEmail", () => {
  it.each([
    ["ada@gmial.com", "ada@gmail.com"],
    ["ada@gmail.con", "ada@gmail.com"],
    ["ada@gmai.com", "ada@gmail.com"],
    ["ada@hotmaill.com", "ada@hotmail.com"],
    ["ada@outlool.com", "ada@outlook.com"],
    ["ada@gmail,com", "ada@gmail.com"],
    ["ada@lovelace.con", "ada@lovelace.com"],
    [" Ada@GMIAL.com ", "Ada@gmail.com"],
  ])("asks about %s", (typed, meant) => {
    expect(suggestEmail(typed)).toBe(meant);
  });

  it.each([
    "ada@gmail.com",
    "Ada@Gmail.com",
    "ada@lovelace.org",
    "ada@web.com",
    "ada@gmx.at",
    "ada",
    "a@b@c",
    "",
  ])("leaves %s alone", (typed) => {
    expect(suggestEmail(typed)).toBeNull();
  });
});
