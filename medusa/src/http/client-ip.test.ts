import { expect, test } from "vitest";
import { getClientIp } from "./client-ip";

const at = (remoteAddress: string, forwardedFor?: string, trusted = 0) =>
  getClientIp({ remoteAddress, forwardedFor }, trusted);

test("without a trusted proxy the address of the connection counts, not a header", () => {
  expect(at("192.0.2.1", "198.51.100.7")).toBe("192.0.2.1");
});

test.each([
  [1, "203.0.113.9, 198.51.100.7", "198.51.100.7"],
  [2, "203.0.113.9, 198.51.100.7", "203.0.113.9"],
  [3, "203.0.113.9, 198.51.100.7", "203.0.113.9"],
  [1, "203.0.113.9, no address", "192.0.2.1"],
  [1, "", "192.0.2.1"],
  [1, "203.0.113.9:4711", "203.0.113.9"],
  [1, "[2001:db8::7]:443", "2001:db8:0:0::/64"],
])("with %d trusted proxies, %j is counted from the end", (trusted, header, clientIp) => {
  expect(at("192.0.2.1", header, trusted)).toBe(clientIp);
});

test.each([
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:DB8:1:2::9", "2001:db8:1:2::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["::ffff:192.0.2.1", "192.0.2.1"],
  ["::ffff:c000:201", "192.0.2.1"],
  ["::1", "0:0:0:0::/64"],
])("%s counts as %s", (address, clientIp) => {
  expect(at(address)).toBe(clientIp);
});
