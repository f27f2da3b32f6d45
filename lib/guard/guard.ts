import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, RequestListener, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { env } from "@/lib/env";
import { type ActionIds, findActionRefusal, readActionIds, rewriteForm } from "@/lib/guard/action-request";
import { recordArrival } from "@/lib/http/arrival";
import { MAX_BODY_BYTES } from "@/lib/http/body-limit";
import { findListRedirect, rewriteFilteredList } from "@/lib/guard/filtered-lists";
import { keepPagesFresh } from "@/lib/guard/fresh-pages";
import { dropHeaders, findRequestRefusal, type RefusalStatus } from "@/lib/guard/request-head";
import { replaceNotFound } from "@/lib/guard/not-found";
import { refuse } from "@/lib/guard/refuse";
import { bufferBody, hasBody } from "@/lib/guard/request-body";
import { securityHeaders } from "@/lib/http/security-headers";

/** How long a request may take to arrive, body included. Node checks every 30 seconds, so it may be up to a minute. */
const REQUEST_TIMEOUT_MS = 30_000;

type Exchange = {
  server: Server;
  request: IncomingMessage;
  response: ServerResponse;
  actionIds: ActionIds;
  /** Connections that are being closed after a refusal; further requests on them are ignored. */
  closing: WeakSet<Socket>;
  prepare: ReturnType<typeof keepPagesFresh>;
};

/**
 * Installs a guard in front of Next's request listener: malformed and oversized requests are refused here, all others
 * reach Next with their complete body. Next does not expose its server; the guard finds it through Node's diagnostics
 * channel, which announces each request before its listeners run.
 */
export function guardServer(): void {
  const actionIds = readActionIds();
  subscribe("http.server.request.start", (message) => {
    const { server } = message as { server: Server };
    if (!server.listeners("checkContinue").includes(answerExpectation)) guard(server, actionIds);
  });
}

function guard(server: Server, actionIds: ActionIds): void {
  const closing = new WeakSet<Socket>();
  const prepare = keepPagesFresh(server);
  const listeners = server.listeners("request") as RequestListener[];
  server.removeAllListeners("request");
  server.on("request", (request, response) =>
    handleRequest({ server, request, response, actionIds, closing, prepare }, () => {
      for (const listener of listeners) listener.call(server, request, response);
    }),
  );
  server.on("checkContinue", answerExpectation);
  // Without a listener Node handles an "Upgrade" as the plain request that it also is, so that it is checked like any other.
  // Next's listener would keep the connection to an unknown path open for ever. Only its development server needs one.
  if (env.isProduction) server.removeAllListeners("upgrade");
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.headersTimeout = REQUEST_TIMEOUT_MS;
}

function handleRequest(
  { server, request, response, actionIds, closing, prepare }: Exchange,
  proceed: () => void,
): void {
  if (closing.has(request.socket)) return;
  const reject = (status: RefusalStatus) => {
    closing.add(request.socket);
    refuse(request, response, status);
  };
  const refusal = findRequestRefusal(request);
  if (refusal) return reject(refusal);
  dropHeaders(request);
  recordArrival(request);
  setSecurityHeaders(request, response);
  const redirect = request.method === "POST" ? null : findListRedirect(request.url ?? "");
  if (redirect) return respondRedirect(response, redirect);
  request.url = rewriteFilteredList(request.url ?? "");
  if (!hasBody(request) && request.method !== "POST") {
    replaceNotFound(server, request, response);
    const decision = prepare(request);
    if (decision === "serve") return proceed();
    return void decision.then((settled) => (settled === "serve" ? proceed() : respondNoContent(response)));
  }
  bufferBody(request, {
    limit: MAX_BODY_BYTES,
    onTooLarge: () => reject(413),
    onComplete: async (body, release) => {
      const actionRefusal = await findActionRefusal(request, body, actionIds);
      release(actionRefusal ? body : await rewriteBody(request, body));
      if (actionRefusal) reject(actionRefusal);
      else if (!request.destroyed) proceed();
    },
  });
}

/** The body for Next, with its headers on the request: a form is passed on as it was read here. */
async function rewriteBody(request: IncomingMessage, body: Buffer): Promise<Buffer> {
  const form = await rewriteForm(request, body);
  if (!form) return body;
  request.headers["content-type"] = form.type;
  request.headers["content-length"] = String(form.body.length);
  delete request.headers["transfer-encoding"];
  return form.body;
}

/** Responds with 204, because a browser would log an error. Next's router asks again when the link is followed. */
function respondNoContent(response: ServerResponse): void {
  response.writeHead(204, { "cache-control": "private, no-store" }).end();
}

/** Redirects to another spelling of the same address. Not kept by caches: which one it is may change with the shop. */
function respondRedirect(response: ServerResponse, location: string): void {
  response.writeHead(307, { location, "cache-control": "private, no-store" }).end();
}

/** Sets the security headers on every response: Next leaves those of `next.config.ts` out of its redirects. */
function setSecurityHeaders({ url = "" }: IncomingMessage, response: ServerResponse): void {
  if (url.startsWith("/_next/static/")) return;
  for (const { key, value } of securityHeaders(!env.isProduction)) response.setHeader(key, value);
}

/** Handles `Expect: 100-continue`: asks for the body only if the request will not be refused. */
function answerExpectation(this: Server, request: IncomingMessage, response: ServerResponse): void {
  if (!findRequestRefusal(request)) response.writeContinue();
  this.emit("request", request, response);
}
