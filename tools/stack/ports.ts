import { createServer } from "node:net";
import { UserError } from "./user-error";

export type PortNeed = { port: number; variable: string; purpose: string };

const LAST_PORT = 65_535;

/** Throws when a port is taken, naming the variable that changes it and a port that is free. */
export async function requireFreePorts(needs: PortNeed[]): Promise<void> {
  for (const { port, variable, purpose } of needs) {
    if (await isPortFree(port)) continue;
    const free = await nextFreePort(port + 1, new Set(needs.map((need) => need.port)));
    throw new UserError(`Port ${port}, for ${purpose}, is taken by another program.`, {
      advice: `End that program, or choose another port: ${variable}=${free}`,
    });
  }
}

/** Whether a server could listen on the port, on every address and on this machine's own. */
export async function isPortFree(port: number): Promise<boolean> {
  for (const host of [undefined, "127.0.0.1", "::1"]) {
    if (!(await canListen(port, host))) return false;
  }
  return true;
}

async function nextFreePort(from: number, avoided: ReadonlySet<number>): Promise<number> {
  for (let port = from; port <= LAST_PORT; port += 1) {
    if (!avoided.has(port) && (await isPortFree(port))) return port;
  }
  throw new UserError("No port is free on this machine.");
}

function canListen(port: number, host: string | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", ({ code }: NodeJS.ErrnoException) => {
      // A machine without IPv6 has no such address to be taken.
      resolve(code === "EADDRNOTAVAIL" || code === "EAFNOSUPPORT");
    });
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
