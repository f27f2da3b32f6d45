import type { ManagedProcess } from "./managed-process";
import { poll } from "./poll";
import type { ProgramOptions, Supervisor } from "./supervisor";
import { UserError } from "./user-error";

export type Service = {
  url: string;
  start: () => Promise<void>;
  stop: () => Promise<void>;
  restart: () => Promise<void>;
};

type Address = { url: string; healthPath: string };

const READY_TIMEOUT_MS = 180_000;
const REQUEST_TIMEOUT_MS = 20_000;
const POLL_MS = 100;

/** A server that can be stopped and started again. It counts as started once its health path answers. */
export function createService(
  supervisor: Supervisor,
  program: ProgramOptions,
  { url, healthPath }: Address,
): Service {
  let server: ManagedProcess | undefined;
  const start = async () => {
    server = supervisor.start(program);
    await waitUntilHealthy(server, `${url}${healthPath}`);
  };
  const stop = async () => server?.stop();
  return { url, start, stop, restart: async () => stop().then(start) };
}

/** Stops the services, does the work, and starts them again. */
export async function whileStopped(services: Service[], work: () => Promise<void>): Promise<void> {
  await Promise.all(services.map((service) => service.stop()));
  await work();
  await Promise.all(services.map((service) => service.start()));
}

async function waitUntilHealthy(server: ManagedProcess, url: string): Promise<void> {
  let answer = "nothing";
  const ask = async () => {
    if (server.hasEnded) return "ended";
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS) });
      if (response.ok) return "healthy";
      answer = `status ${response.status}: ${(await response.text()).slice(0, 200)}`;
    } catch {
      // Not listening yet.
    }
    return undefined;
  };
  const result = await poll(ask, { everyMs: POLL_MS, timeoutMs: READY_TIMEOUT_MS });
  if (result === "healthy") return;
  const { logFile, name } = server;
  if (result === "ended") {
    const advice = "Read the log above, then run the command again.";
    throw new UserError(`${name} ended while it was starting.`, { advice, logFile });
  }
  throw new UserError(`${name} is not healthy.`, { advice: `${url} answered ${answer}`, logFile });
}
