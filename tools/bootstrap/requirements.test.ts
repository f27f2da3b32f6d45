import { describe, expect, it } from "vitest";
import { isAtLeast, listUnusableCharacters } from "./requirements.mjs";

it.each([
  ["20.19.0", "20.19", true],
  ["20.19.5", "20.19", true],
  ["22.0.0", "20.19", true],
  ["20.9.0", "20.19", false],
  ["18.20.4", "20.19", false],
  ["20.19.0", "20.19.1", false],
])("Node %s is enough for %s: %s", (version, minimum, isEnough) => {
  expect(isAtLeast(version, minimum)).toBe(isEnough);
});

describe("the folder of the checkout", () => {
  it.each(["/home/ada/cloakroom", "/srv/my shop, v1.2_final+new@home~", "/home/größe/店/e\u0301t\u00e9"])(
    "may be %s",
    (path) => expect(listUnusableCharacters(path)).toEqual([]),
  );

  it.each([
    ["/home/ada/shop(2)", ["(", ")"]],
    ["/home/ada's/shop", ["'"]],
    ["/srv/c#/100%/[x]/{y}", ["#", "%", "[", "]", "{", "}"]],
    ['/srv/a:b/*?|\\"!', [":", "*", "?", "|", "\\", '"', "!"]],
    ["/srv/two\nlines", ["\n"]],
  ])("may not be %s", (path, characters) => expect(listUnusableCharacters(path)).toEqual(characters));
});
