import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalizeIp, resolveClientIp } from "@/lib/http/client-ip";

describe("the machine that a request comes from", () => {
  it.each([
    ["the connection's own, without a proxy", "198.51.100.7", 0, "198.51.100.7"],
    ["never what the client has sent, without a proxy", "203.0.113.1, 198.51.100.7", 0, "198.51.100.7"],
    ["what the proxy has seen", "203.0.113.1, 127.0.0.1", 1, "203.0.113.1"],
    ["never what the client told the proxy", "10.9.9.9, 203.0.113.1, 127.0.0.1", 1, "203.0.113.1"],
    ["what the first of two proxies has seen", "10.9.9.9, 203.0.113.1, 192.0.2.2, ::1", 2, "203.0.113.1"],
    ["the connection's own, with fewer entries than proxies", "127.0.0.1", 3, "127.0.0.1"],
    ["the connection's own, when the entry is no address", "unknown, 127.0.0.1", 1, "127.0.0.1"],
    ["unknown, without any", "", 0, null],
  ] as const)("is %s", (...[, forwarded, proxies, machine]) => {
    expect(resolveClientIp(forwarded, proxies)).toBe(machine);
  });

  it.each([
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:DB8:1:2::1", "2001:db8:1:2::/64"],
    ["[2001:db8:1:2::9]:443", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["::ffff:192.0.2.1", "192.0.2.1"],
    ["::FFFF:c000:201", "192.0.2.1"],
    ["0:0:0:0:0:ffff:192.0.2.1", "192.0.2.1"],
    ["192.0.2.1:8080", "192.0.2.1"],
  ])("writes %s as %s", (address, machine) => {
    expect(normalizeIp(address)).toBe(machine);
  });

  it.each(["", "unknown", "_hidden", "1.2.3", "1.2.3.4.5", "::g", "a".repeat(5_000), "[::1"])(
    "has no %j",
    (text) => {
      expect(normalizeIp(text)).toBeNull();
    },
  );

  it("is one for the whole of a /64, and another for the next", () => {
    const groups = (length: number) =>
      fc.array(fc.integer({ min: 1, max: 0xff_ff }), { minLength: length, maxLength: length });
    fc.assert(
      fc.property(groups(4), groups(4), groups(4), (network, one, other) => {
        const write = (all: number[]) => normalizeIp(all.map((group) => group.toString(16)).join(":"));
        const next = [...network.slice(0, 3), (network[3] ?? 0) ^ 1];
        expect(write([...network, ...one])).toBe(write([...network, ...other]));
        expect(write([...network, ...one])).not.toBe(write([...next, ...one]));
      }),
    );
  });
});
