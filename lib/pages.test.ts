import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { findPage, isSignInPage, listFirstSegments, PAGES } from "@/lib/pages";

const FOLDER = "app/[country]/(shop)";

/** The pages of `app`, without the ones of `?page` and `?sortBy`, to which lists are rewritten. */
const ROUTES = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .filter((file) => /(?:^|\/)page\.tsx$/.test(file) && !file.includes("[sort]"))
  .map((file) => ({
    path: file.replace(/\/?page\.tsx$/, ""),
    isDynamic: readFileSync(`${FOLDER}/${file}`, "utf8").includes("export const instant = false"),
  }));

it("has every page of app, and says which are rendered for each request", () => {
  const listed = PAGES.map(({ path, isDynamic }) => ({ path, isDynamic }));
  const byPath = (a: { path: string }, b: { path: string }) => (a.path < b.path ? -1 : 1);
  expect(listed.toSorted(byPath)).toEqual(ROUTES.toSorted(byPath));
});

it("finds the page of a path", () => {
  expect(findPage("/us")?.path).toBe("");
  expect(findPage("/us/account/orders/details/order_1")?.path).toBe("account/orders/details/[id]");
  expect(findPage("/us/products/umbrella")?.path).toBe("products/[handle]");
  const others = [
    "/",
    "/usa/cart",
    "/us/cart/x",
    "/us/account/nothing",
    "/us/order//confirmed",
    "/api/shopper",
  ];
  expect(others.filter(findPage)).toEqual([]);
});

it("knows the pages for signing in", () => {
  const paths = PAGES.map(({ path }) => path).filter((path) => isSignInPage(`/us/${path}`));
  expect(paths).toEqual(["login", "register", "forgot-password", "reset-password"]);
  expect(isSignInPage("/us/login/x")).toBe(false);
});

it("lists the first segments once", () => {
  expect(listFirstSegments(PAGES.filter(({ path }) => path.startsWith("account")))).toEqual(["account"]);
});
