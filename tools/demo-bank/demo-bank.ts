import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { handleApi } from "./api";
import { Ledger } from "./ledger";
import type { Receiver } from "./notify";
import { handlePage } from "./hosted-page";
import { renderMessage } from "./pages";

export type DemoBankOptions = Receiver & {
  port: number;
  /** Where the payments are kept. */
  folder: string;
  /** The address of the shop: the only other site that the hosted page may lead to. */
  shopUrl: string;
};

/** All that handling a request needs. */
export type Bank = DemoBankOptions & { ledger: Ledger };

export type Answer = { status: number; body: string; headers?: Record<string, string> };

const MAX_BODY_BYTES = 16_384;

/**
 * Starts the demo's bank: an HTTP interface for the shop (`/v1/payments`) and a hosted page for shoppers (`/pay`). It
 * listens on 127.0.0.1, which to a browser is another site than the shop's localhost.
 */
export async function startDemoBank(options: DemoBankOptions): Promise<Server> {
  const bank = { ...options, ledger: new Ledger(options.folder) };
  const server = createServer((request, response) => {
    handle(bank, request).then(
      (answer) => send(response, answer, options.shopUrl),
      (error: unknown) =>
        send(response, { status: 500, body: renderMessage(String(error)) }, options.shopUrl),
    );
  });
  await once(server.listen(options.port, "127.0.0.1"), "listening");
  return server;
}

async function handle(bank: Bank, request: IncomingMessage): Promise<Answer> {
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  const body = await readBody(request);
  if (body === null) return { status: 413, body: renderMessage("That is too much for this bank.") };
  if (url.pathname === "/health") return { status: 200, body: "ok" };
  if (url.pathname.startsWith("/v1/")) return handleApi(bank, { request, path: url.pathname, body });
  if (url.pathname.startsWith("/pay/")) return handlePage(bank, { request, url, body });
  return { status: 404, body: renderMessage("The bank has no such page.") };
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAX_BODY_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function send(response: ServerResponse, { status, body, headers }: Answer, shopUrl: string): void {
  // A form's answer may lead on to the shop, which "form-action" has to allow.
  const policy = `default-src 'none'; style-src 'unsafe-inline'; form-action 'self' ${new URL(shopUrl).origin}; frame-ancestors 'none'; base-uri 'none'`;
  response
    .writeHead(status, {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy,
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
      ...headers,
    })
    .end(body);
}
