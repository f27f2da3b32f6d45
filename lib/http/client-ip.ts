import "server-only";
import { isIPv4, isIPv6 } from "node:net";
import { headers } from "next/headers";
import { env } from "@/lib/env";

const GROUPS = 8;
const GROUPS_OF_A_NETWORK = 4;

/**
 * The client's IP address for rate limits: an IPv4 address, or the /64 prefix of an IPv6 address, as providers assign
 * whole prefixes to one customer (RFC 6177).
 * @param forwarded the request's `X-Forwarded-For`, with the address of the connection appended (forwarded-for.ts)
 * @param trustedProxies the number of our own proxies in front; their entries are the last before the connection's
 * @returns null when there is no valid address
 */
export function resolveClientIp(forwarded: string | null, trustedProxies: number): string | null {
  const passed = (forwarded ?? "").split(",").map((entry) => entry.trim());
  // Falls back to the connection's address if there are fewer entries than proxies, or the entry is invalid.
  const counted = normalizeIp(passed.at(-1 - trustedProxies) ?? "");
  return counted ?? normalizeIp(passed.at(-1) ?? "");
}

/** The canonical form of an IP address. Accepts "address:port" and "[address]:port", which some proxies write. */
export function normalizeIp(text: string): string | null {
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

/** The IPv4 address in an IPv4-mapped one: dual-stack sockets write 192.0.2.1 as ::ffff:192.0.2.1. */
function readMapped(groups: number[]): string | null {
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xff_ff;
  if (!isMapped) return null;
  return groups
    .slice(6)
    .flatMap((group) => [group >> 8, group & 0xff])
    .join(".");
}

const MAX_USER_AGENT_LENGTH = 400;

/** The client of a request. `ip` is for hashing only. */
type Client = { userAgent: string; ip: string | null };

/** The client of the current request, from its headers. */
export async function readRequestClient(): Promise<Client> {
  const incoming = await headers();
  return {
    userAgent: (incoming.get("user-agent") ?? "").slice(0, MAX_USER_AGENT_LENGTH),
    ip: resolveClientIp(incoming.get("x-forwarded-for"), env.trustedProxies),
  };
}
