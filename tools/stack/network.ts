import { networkInterfaces } from "node:os";

const LOOPBACK = /^(127\.|::1$)/u;
const EVERY_ADDRESS = new Set(["0.0.0.0", "::"]);

/**
 * The addresses by which other machines of the network reach a server that listens on `bindAddress`: IPv4 addresses of
 * this machine, or the one address that was asked for; none for a loopback address.
 */
export function listNetworkAddresses(bindAddress: string, interfaces = networkInterfaces()): string[] {
  if (LOOPBACK.test(bindAddress)) return [];
  if (!EVERY_ADDRESS.has(bindAddress)) return [bindAddress];
  return Object.values(interfaces)
    .flatMap((entries) => entries ?? [])
    .filter(({ family, internal }) => family === "IPv4" && !internal)
    .map(({ address }) => address);
}

type NetworkShop = { addresses: string[]; port: number; isDevelopment: boolean };

/** What the demo prints about other devices; empty when they cannot reach the shop. */
export function describeNetwork({ addresses, port, isDevelopment }: NetworkShop): string {
  if (addresses.length === 0) return "";
  const urls = addresses.map(
    (address) => `http://${address.includes(":") ? `[${address}]` : address}:${port}`,
  );
  const where = `  From other devices of your network: ${urls.join("  ")}\n`;
  if (isDevelopment) return where;
  return `${where}  There the catalogue works, but no cart and no sign-in: browsers keep this shop's cookies over https or on
  localhost only. Put a proxy with https before it, or run: BIND_ADDRESS=0.0.0.0 npm run dev\n`;
}
