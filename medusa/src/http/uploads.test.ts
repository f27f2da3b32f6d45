import type { ServerResponse } from "node:http";
import { expect, test } from "vitest";
import { setUploadHeaders } from "./uploads";

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
])("%s is shown as %s", (path, type) => {
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
])("%s is only ever saved", (name) => {
  expect(headersOf(`/a/${name}`)).toMatchObject({
    "content-type": "application/octet-stream",
    "content-disposition": "attachment",
    "content-security-policy": expect.stringContaining("sandbox"),
    "x-content-type-options": "nosniff",
  });
});
