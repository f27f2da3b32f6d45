import { expect, test } from "vitest";
import { isSameOrigin } from "@/lib/http/origin";

const HTTPS = { host: "shop.test", forwardedProto: "https", storefrontUrl: "https://www.shop.test" };
const HTTP = { host: "localhost:8000", forwardedProto: "http", storefrontUrl: "http://localhost:8000/" };

test.each([
  ["https://shop.test", HTTPS],
  ["https://www.shop.test", HTTPS],
  ["https://shop.test:443", HTTPS],
  ["HTTPS://SHOP.test", HTTPS],
  ["https://shop.test", { ...HTTPS, host: "SHOP.TEST:443" }],
  ["https://shop.test", { ...HTTPS, forwardedProto: "https, http" }],
  ["http://localhost:8000", HTTP],
  ["http://localhost.:8000", { ...HTTP, host: "localhost.:8000" }],
])("%s is where %j was sent to", (origin, target) => {
  expect(isSameOrigin(origin, target)).toBe(true);
});

test.each([
  ["http://shop.test", HTTPS],
  ["https://localhost:8000", HTTP],
  ["https://shop.test:444", HTTPS],
  ["https://shop.test.", HTTPS],
  ["http://localhost", HTTP],
  ["http://localhost:8000/", HTTP],
  ["http://localhost:8000/us", HTTP],
  ["http://ada@localhost:8000", HTTP],
  ["http://localhost:8000, http://evil.example", HTTP],
  ["ws://localhost:8000", HTTP],
  ["//localhost:8000", HTTP],
  ["localhost:8000", HTTP],
  ["null", HTTP],
  ["", HTTP],
  [null, HTTP],
  ["null", { host: null, forwardedProto: null, storefrontUrl: "https://shop.test" }],
  ["https://shop.test", { host: "shop.test", forwardedProto: null, storefrontUrl: "http://other.test" }],
  ["http://", { host: "", forwardedProto: "http", storefrontUrl: "http://other.test" }],
])("%s is not where %j was sent to", (origin, target) => {
  expect(isSameOrigin(origin, target)).toBe(false);
});
