import { isIP, isIPv4 } from "node:net";

interface Caller {
  /** Of the connection. */
  remoteAddress: string | undefined;
  forwardedFor: string | undefined;
}

/**
 * The client's address for rate limits: an IPv4 address, or the /64 network of an IPv6 address, which is what
 * providers assign to one customer.
 * @param trustedProxies number of trusted proxies: each appends the address it was called from, so only as many
 *   entries, from the end, can be trusted
 */
export function getClientIp({ remoteAddress = "", forwardedFor }: Caller, trustedProxies: number): string {
  const hops = (forwardedFor ?? "").split(",").map((hop) => hop.trim());
  const forwarded = trustedProxies > 0 ? hops.at(-Math.min(trustedProxies, hops.length)) : undefined;
  const address = forwarded && isIP(stripPort(forwarded)) ? stripPort(forwarded) : stripPort(remoteAddress);
  return address.includes(":") ? toNetwork(address) : address;
}

/** Removes brackets, port and zone. */
function stripPort(address: string): string {
  const [, bracketed] = /^\[([^\]]+)\](?::\d+)?$/.exec(address) ?? [];
  const [, withPort] = /^([\d.]+):\d+$/.exec(address) ?? [];
  return (bracketed ?? withPort ?? address).replace(/%.*$/, "").toLowerCase();
}

function toNetwork(address: string): string {
  const [, mapped = ""] = /^(?:::ffff:|::ffff:0:)([\d.]+)$/.exec(address) ?? [];
  if (isIPv4(mapped)) return mapped;
  const [head = "", tail] = address.split("::");
  const first = head.split(":").filter(Boolean);
  const last = (tail ?? "").split(":").filter(Boolean);
  const gap = tail === undefined ? [] : Array<string>(Math.max(0, 8 - first.length - last.length)).fill("0");
  const groups = [...first, ...gap, ...last].map((group) => Number.parseInt(group, 16));
  // "::ffff:7f00:1" is the mapped form of 127.0.0.1.
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xff_ff)
    return groups
      .slice(6)
      .flatMap((group) => [group >> 8, group & 0xff])
      .join(".");
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(":")}::/64`;
}
