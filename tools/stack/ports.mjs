// @ts-check
import { createServer } from "node:net";
import { Failure } from "./failure.mjs";

/** @typedef {{ port: number, variable: string, purpose: string }} PortNeed */

const LAST_PORT = 65_535;

/**
 * Whether a server could listen on the port, on every address and on this machine's own.
 * @param {number} port
 * @returns {Promise<boolean>}
 */
async function isPortFree(port) {
  for (const host of [undefined, "127.0.0.1", "::1"]) {
    if (!(await canListen(port, host))) return false;
  }
  return true;
}

/**
 * Says plainly which port is taken, by which variable to choose another, and one that is free.
 * @param {PortNeed[]} needs
 */
export async function requireFreePorts(needs) {
  for (const { port, variable, purpose } of needs) {
    if (await isPortFree(port)) continue;
    const free = await nextFreePort(port + 1, new Set(needs.map((need) => need.port)));
    throw new Failure(`Port ${port}, for ${purpose}, is taken by another program.`, {
      advice: `End that program, or choose another port: ${variable}=${free}`,
    });
  }
}

/**
 * @param {number} from
 * @param {ReadonlySet<number>} avoided
 * @returns {Promise<number>}
 */
async function nextFreePort(from, avoided) {
  for (let port = from; port <= LAST_PORT; port += 1) {
    if (!avoided.has(port) && (await isPortFree(port))) return port;
  }
  throw new Failure("No port is free on this machine.");
}

/**
 * @param {number} port
 * @param {string | undefined} host
 * @returns {Promise<boolean>}
 */
function canListen(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (/** @type {NodeJS.ErrnoException} */ error) => {
      // A machine without IPv6 has no such address to be taken.
      resolve(error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT");
    });
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
