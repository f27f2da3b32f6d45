import "server-only";
import { isIPv4, isIPv6 } from "node:net";

const GROUPS = 8;
const GROUPS_OF_A_NETWORK = 4;

/**
 * The machine that a request comes from, to count by: an IPv4 address, or the /64 of an IPv6 address, since a single
 * customer of a provider has all of one (RFC 6177).
 * @param forwarded the request's `X-Forwarded-For`, to which the address of the connection itself has been appended
 * @param trustedProxies how many of the last entries but that one are our proxies'
 * @returns null when no entry is an address
 */
export function readMachine(forwarded: string | null, trustedProxies: number): string | null {
  const passed = (forwarded ?? "").split(",").map((entry) => entry.trim());
  // Fewer entries than proxies, or no address: then the connection's own, so that it is counted all the same.
  const counted = normalizeAddress(passed.at(-1 - trustedProxies) ?? "");
  return counted ?? normalizeAddress(passed.at(-1) ?? "");
}

/** One spelling for each machine. Takes "address:port" and "[address]:port" too, as some proxies write them. */
export function normalizeAddress(text: string): string | null {
  const bare = text.replace(/^\[([^\]]*)\](:\d+)?$/, "$1").replace(/^(\d+\.[\d.]+):\d+$/, "$1");
  const address = bare.replace(/%.*$/, "");
  if (isIPv4(address)) return address;
  if (!isIPv6(address)) return null;
  const groups = expand(address);
  const mapped = readMapped(groups);
  return (
    mapped ??
    `${groups
      .slice(0, GROUPS_OF_A_NETWORK)
      .map((group) => group.toString(16))
      .join(":")}::/64`
  );
}

/** The eight groups of an IPv6 address in any of its spellings. */
function expand(address: string): number[] {
  // The URL parser writes every spelling, dotted ones included, as RFC 5952 does.
  const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [head = "", tail] = canonical.split("::");
  const parse = (part: string) =>
    part.split(":").flatMap((group) => (group ? [Number.parseInt(group, 16)] : []));
  const [first, last] = [parse(head), parse(tail ?? "")];
  return [...first, ...Array.from({ length: GROUPS - first.length - last.length }, () => 0), ...last];
}

/** ::ffff:192.0.2.1 is how a socket that takes both kinds writes 192.0.2.1. */
function readMapped(groups: number[]): string | null {
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xff_ff;
  if (!isMapped) return null;
  return groups
    .slice(6)
    .flatMap((group) => [group >> 8, group & 0xff])
    .join(".");
}
