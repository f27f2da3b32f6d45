import getPort, { clearLockedPorts } from "get-port";
import { UserError } from "./user-error";

export type PortNeed = { port: number; variable: string; purpose: string };

const ALTERNATIVES = 50;
const LAST_PORT = 65_535;

/** Throws when a port is taken, naming the variable that changes it and a port that is free. */
export async function requireFreePorts(needs: PortNeed[]): Promise<void> {
  for (const { port, variable, purpose } of needs) {
    const others = needs.map((need) => need.port).filter((other) => other !== port);
    const free = await findFreePort(port, others);
    if (free === port) continue;
    throw new UserError(`Port ${port}, for ${purpose}, is taken by another program.`, {
      advice: `End that program, or choose another port: ${variable}=${free}`,
    });
  }
}

/** Whether a server could listen on the port, on every address of this machine. */
export async function isPortFree(port: number): Promise<boolean> {
  return (await findFreePort(port)) === port;
}

async function findFreePort(port: number, exclude: number[] = []): Promise<number> {
  const candidates = Array.from({ length: ALTERNATIVES }, (_, index) => port + index);
  const free = await getPort({ port: candidates.filter((each) => each <= LAST_PORT), exclude });
  // Otherwise it would not return the same port again for half a minute.
  clearLockedPorts();
  return free;
}
