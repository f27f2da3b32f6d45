import { expect, test } from "vitest";
import { isPossibleCsrf } from "./origin";

const OWN = "http://localhost:9000";
const cookie = "connect.sid=s";
const forged = (headers: object, method = "POST") =>
  isPossibleCsrf(method, { cookie, ...headers }, [OWN, /^https:\/\/\w+\.shop\.test$/]);

test.each<[string, object]>([
  ["its own page", { origin: OWN }],
  ["its own page, over all else", { origin: OWN, referer: "https://evil.example/" }],
  ["a page that the settings allow", { origin: "https://admin.shop.test" }],
  ["a browser that sends only a referrer", { referer: `${OWN}/app/orders` }],
  ["a browser that only says same-origin", { "sec-fetch-site": "same-origin" }],
])("a change from %s is accepted", (_what, headers) => expect(forged(headers)).toBe(false));

test.each<[string, object]>([
  ["another port", { origin: "http://localhost:8000" }],
  ["another scheme", { origin: "https://localhost:9000" }],
  ["a subdomain", { origin: "http://a.localhost:9000" }],
  ["a trailing dot", { origin: "http://localhost.:9000" }],
  ["no origin", { origin: "null" }],
  ["an empty one", { origin: "" }],
  ["a prefix", { origin: "http://localhost:90001" }],
  ["two origins", { origin: `${OWN} https://evil.example` }],
  ["a foreign referrer", { referer: `https://evil.example/?${OWN}` }],
  ["a referrer that is none", { referer: "null" }],
  ["the same site only", { "sec-fetch-site": "same-site" }],
  ["the address bar", { "sec-fetch-site": "none" }],
  ["nowhere", {}],
])("a change from %s is rejected", (_what, headers) => {
  expect(forged(headers)).toBe(true);
  expect(forged(headers, "DELETE")).toBe(true);
  expect(forged(headers, "GET")).toBe(false);
  expect(forged({ ...headers, cookie: undefined })).toBe(false);
});
