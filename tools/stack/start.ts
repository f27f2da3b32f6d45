import { spawn } from "node:child_process";
import { loadDotEnv } from "./environment";
import { exitCodeOf, onInterrupt } from "./run";
import { readBindAddress, readPort } from "./settings";
import { nextStart } from "./storefront";

/** `npm start`: on STOREFRONT_PORT and BIND_ADDRESS, until it is signalled to end. */
export default function main(): void {
  loadDotEnv();
  const port = String(readPort(process.env, "STOREFRONT_PORT", 8000));
  const { command, args, cwd } = nextStart({ port, host: readBindAddress(process.env) });
  // In a process group of its own, so that each signal reaches it once, through this process.
  const server = spawn(command, args, { cwd, stdio: "inherit", detached: true });
  onInterrupt(() => server.kill("SIGTERM"));
  server.on("exit", (code, signal) => process.exit(signal ? exitCodeOf(signal) : (code ?? 1)));
}
