import { expect, it } from "vitest";
import { matchesLock } from "./packages.mjs";

const ROOT_ENTRY = { version: "0.1.0" };
const ZOD = { version: "4.6.7", integrity: "sha512-a" };

it.each([
  ["the same", { "node_modules/zod": ZOD }, true],
  ["more", { "node_modules/zod": ZOD, "node_modules/extra": ZOD }, true],
  ["nothing", {}, false],
  ["another version", { "node_modules/zod": { ...ZOD, version: "4.6.6" } }, false],
  ["another content", { "node_modules/zod": { ...ZOD, integrity: "sha512-b" } }, false],
])("installed %s: %o", (_, installed, isEnough) => {
  const locked = { packages: { "": ROOT_ENTRY, "node_modules/zod": ZOD } };
  expect(matchesLock(locked, { packages: installed })).toBe(isEnough);
});

it("packages for other platforms may be missing", () => {
  const locked = { packages: { "node_modules/@img/sharp-win32-x64": { version: "1.0.0", optional: true } } };
  expect(matchesLock(locked, { packages: {} })).toBe(true);
});
