import type { ServerResponse } from "node:http";
import { expect, test } from "vitest";
import { isPrivateFile, setUploadHeaders } from "./uploads";

function headersOf(path: string): Record<string, string> {
  const headers: Record<string, string> = {};
  const response = { setHeader: (name: string, value: string) => void (headers[name] = value) };
  setUploadHeaders(response as unknown as ServerResponse, path);
  return headers;
}

test.each([
  ["/a/1-x.png", "image/png"],
  ["/a/1-x.JPG", "image/jpeg"],
  ["/a/1-x.html.webp", "image/webp"],
])("%s is served as %s", (path, type) => {
  const headers = headersOf(path);
  expect(headers).toMatchObject({ "content-type": type, "x-content-type-options": "nosniff" });
  expect(headers).not.toHaveProperty("content-disposition");
});

test.each([
  "x.html",
  "x.HTML",
  "x.png.html",
  "x.svg",
  "x.SvG",
  "x.xml",
  "x.pdf",
  "x.js",
  "x",
  ".png",
  "x.png.",
  "png",
])("%s is served as a download", (name) => {
  expect(headersOf(`/a/${name}`)).toMatchObject({
    "content-type": "application/octet-stream",
    "content-disposition": "attachment",
    "content-security-policy": expect.stringContaining("sandbox"),
    "x-content-type-options": "nosniff",
  });
});

test.each([
  ["/private-17-orders.csv", true],
  ["/%70rivate-17-orders.csv", true],
  ["/exports/private-17-orders.csv", true],
  ["//private-17", true],
  ["/..%2fprivate-17", true],
  ["/PRIVATE-17", true],
  ["/17-private-view.png", false],
  ["/17-privateer.png", false],
])("%s: private %s", (path, expected) => {
  expect(isPrivateFile(path)).toBe(expected);
});

test("private files are not cached", () => {
  expect(headersOf("/a/private-17-orders.csv")["cache-control"]).toBe("private, no-store");
  expect(headersOf("/private-folder/17-x.png")).not.toHaveProperty("cache-control");
});
