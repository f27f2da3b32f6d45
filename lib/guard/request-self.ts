import "server-only";
import { get, type IncomingMessage, type OutgoingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";

type SelfRequest = { path: string; headers: OutgoingHttpHeaders };

/** Requests a page of this server from itself. Rejects when it cannot be reached; the caller reads the body. */
export function requestSelf(server: Server, { path, headers }: SelfRequest): Promise<IncomingMessage> {
  const { port, address } = server.address() as AddressInfo;
  const host = { "0.0.0.0": "127.0.0.1", "::": "::1" }[address] ?? address;
  return new Promise((resolve, reject) => {
    get({ host, port, path, agent: false, headers }, resolve).on("error", reject);
  });
}
