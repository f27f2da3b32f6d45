// @ts-check
import { networkInterfaces } from "node:os";

/** Addresses that only this machine reaches. */
const LOOPBACK = /^(127\.|::1$)/u;
const EVERY_ADDRESS = new Set(["0.0.0.0", "::"]);

/**
 * Under which addresses other machines of the network reach what listens on `bindAddress`.
 * @param {string} bindAddress
 * @param {ReturnType<typeof networkInterfaces>} [interfaces] of this machine
 * @returns {string[]} IPv4 addresses, or the one address that was asked for; none for this machine alone
 */
export function listNetworkAddresses(bindAddress, interfaces = networkInterfaces()) {
  if (LOOPBACK.test(bindAddress)) return [];
  if (!EVERY_ADDRESS.has(bindAddress)) return [bindAddress];
  return Object.values(interfaces)
    .flatMap((entries) => entries ?? [])
    .filter(({ family, internal }) => family === "IPv4" && !internal)
    .map(({ address }) => address);
}

/**
 * What the person who starts the shop is told about other devices.
 * @param {{ addresses: string[], port: number, isDevelopment: boolean }} shop
 * @returns {string} empty where the shop is for this machine alone
 */
export function describeNetwork({ addresses, port, isDevelopment }) {
  if (addresses.length === 0) return "";
  const urls = addresses.map(
    (address) => `http://${address.includes(":") ? `[${address}]` : address}:${port}`,
  );
  const where = `  From other devices of your network: ${urls.join("  ")}\n`;
  if (isDevelopment) return where;
  return `${where}  There the catalogue works, but no cart and no sign-in: browsers keep this shop's cookies over https or on
  localhost only. Put a proxy with https before it, or run: BIND_ADDRESS=0.0.0.0 npm run dev\n`;
}
