// @ts-check
import { setTimeout as delay } from "node:timers/promises";
import { Failure } from "./failure.mjs";

/**
 * @typedef {import("./supervisor.mjs").Supervisor} Supervisor
 * @typedef {import("./supervisor.mjs").ProgramOptions} ProgramOptions
 * @typedef {import("./managed-process.mjs").ManagedProcess} ManagedProcess
 * @typedef {{ url: string, start: () => Promise<void>, stop: () => Promise<void>, restart: () => Promise<void> }} Service
 */

const READY_PATIENCE_MS = 180_000;
const REQUEST_PATIENCE_MS = 20_000;
const POLL_MS = 100;

/**
 * A server that can be stopped and started again, and counts as started once it answers.
 * @param {Supervisor} supervisor
 * @param {ProgramOptions} program
 * @param {{ url: string, healthPath: string }} address
 * @returns {Service}
 */
export function createService(supervisor, program, { url, healthPath }) {
  /** @type {ManagedProcess | undefined} */
  let server;
  const service = {
    url,
    async start() {
      server = supervisor.start(program);
      await untilHealthy(server, `${url}${healthPath}`);
    },
    async stop() {
      await server?.stop();
    },
    async restart() {
      await service.stop();
      await service.start();
    },
  };
  return service;
}

/**
 * @param {Service[]} services started again when the work is done
 * @param {() => Promise<void>} work
 */
export async function whileStopped(services, work) {
  await Promise.all(services.map((service) => service.stop()));
  await work();
  await Promise.all(services.map((service) => service.start()));
}

/**
 * @param {ManagedProcess} server
 * @param {string} url
 */
async function untilHealthy(server, url) {
  const deadline = Date.now() + READY_PATIENCE_MS;
  let answer = "nothing";
  while (!server.hasEnded && Date.now() < deadline) {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(REQUEST_PATIENCE_MS) });
      if (response.ok) return;
      answer = `status ${response.status}: ${(await response.text()).slice(0, 200)}`;
    } catch {
      // Not listening yet.
    }
    await delay(POLL_MS);
  }
  const { logFile, hasEnded, name } = server;
  if (hasEnded) {
    const advice = "Read the log above, then run the command again.";
    throw new Failure(`${name} ended while it was starting.`, { advice, logFile });
  }
  throw new Failure(`${name} is not well.`, { advice: `${url} answered ${answer}`, logFile });
}
