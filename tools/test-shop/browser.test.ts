import { expect, it } from "vitest";
import { browserPaths } from "./browser";

it("the browser a person names comes first", () => {
  expect(browserPaths("linux", { CHROMIUM_PATH: "/opt/chrome", PATH: "/usr/bin" })[0]).toBe("/opt/chrome");
});

it("Linux is searched along the path, macOS among its applications", () => {
  expect(browserPaths("linux", { PATH: "/usr/local/bin:/usr/bin" })).toContain("/usr/bin/chromium");
  expect(browserPaths("darwin", { PATH: "/usr/bin" })).toContain(
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  );
});

it("a browser without a screen comes before one with a screen", () => {
  const paths = browserPaths("linux", { PATH: "/usr/local/bin:/usr/bin" });
  expect(paths.indexOf("/usr/bin/chromium-headless-shell")).toBeLessThan(
    paths.indexOf("/usr/local/bin/chromium"),
  );
});
