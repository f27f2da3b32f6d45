import { describe, expect, it } from "vitest";
import type { NetworkInterfaceInfo } from "node:os";
import { describeNetwork, listNetworkAddresses } from "./network";

const entry = (address: string, own: object = {}) =>
  ({
    address,
    netmask: "",
    mac: "",
    cidr: null,
    internal: false,
    family: "IPv4",
    ...own,
  }) as NetworkInterfaceInfo;

const INTERFACES = {
  lo: [entry("127.0.0.1", { internal: true })],
  wlan0: [entry("192.168.1.5"), entry("fe80::1", { family: "IPv6", scopeid: 1 })],
};

describe("the addresses of other devices", () => {
  it.each([
    ["127.0.0.1", []],
    ["::1", []],
    ["0.0.0.0", ["192.168.1.5"]],
    ["::", ["192.168.1.5"]],
    ["192.168.1.7", ["192.168.1.7"]],
    ["fd00::7", ["fd00::7"]],
  ])("of what listens on %s", (bindAddress, addresses) =>
    expect(listNetworkAddresses(bindAddress, INTERFACES)).toEqual(addresses),
  );

  it("are told with what is missing there, which is nothing in development", () => {
    const shop = { addresses: ["192.168.1.5", "fd00::7"], port: 8000 };
    const demo = describeNetwork({ ...shop, isDevelopment: false });
    expect(demo).toContain("http://192.168.1.5:8000  http://[fd00::7]:8000");
    expect(demo).toContain("BIND_ADDRESS=0.0.0.0 npm run dev");
    expect(describeNetwork({ ...shop, isDevelopment: true })).not.toContain("cookies");
    expect(describeNetwork({ addresses: [], port: 8000, isDevelopment: false })).toBe("");
  });
});
