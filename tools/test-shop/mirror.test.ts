import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { mirrorFolder } from "./mirror";

let folder = "";
let from = "";
let to = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mirror-"));
  from = join(folder, "from");
  to = join(folder, "to");
  mkdirSync(join(from, "server"), { recursive: true });
  writeFileSync(join(from, "server", "page.html"), "one");
  symlinkSync("../elsewhere", join(from, "link"));
  mirrorFolder(from, to);
});
afterEach(() => rmSync(folder, { recursive: true }));

const page = () => readFileSync(join(to, "server", "page.html"), "utf8");

it("copies everything, links as they are", () => {
  expect(page()).toBe("one");
  expect(readlinkSync(join(to, "link"))).toBe("../elsewhere");
});

it("brings back what was changed, removed and added", () => {
  writeFileSync(join(to, "server", "page.html"), "another");
  writeFileSync(join(to, "server", "new.html"), "");
  rmSync(join(to, "link"));
  mirrorFolder(from, to);
  expect(page()).toBe("one");
  expect(readdirSync(join(to, "server"))).toEqual(["page.html"]);
  expect(readlinkSync(join(to, "link"))).toBe("../elsewhere");
});

it("follows a file that has become a folder", () => {
  rmSync(join(from, "link"));
  mkdirSync(join(from, "link"));
  writeFileSync(join(from, "link", "inside"), "");
  mirrorFolder(from, to);
  expect(readdirSync(join(to, "link"))).toEqual(["inside"]);
});

it("leaves alone what it is told not to want", () => {
  mkdirSync(join(to, "cache"));
  writeFileSync(join(from, "trace"), "");
  mirrorFolder(from, to, (name) => name !== "cache" && name !== "trace");
  expect(readdirSync(to).toSorted()).toEqual(["cache", "link", "server"]);
});
