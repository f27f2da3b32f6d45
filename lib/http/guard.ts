import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, RequestListener, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { env } from "@/lib/env";
import { readActionIds } from "@/lib/http/action-ids";
import { findActionRefusal, type ActionIds } from "@/lib/http/action-request";
import { stampArrival } from "@/lib/http/arrival";
import { MAX_BODY_BYTES } from "@/lib/http/body-limit";
import { keepPagesFresh } from "@/lib/http/fresh-pages";
import { dropHeaders, findRefusal, type Refusal } from "@/lib/http/malformed";
import { refuse } from "@/lib/http/refuse";
import { hasBody, receiveBody } from "@/lib/http/request-body";
import { securityHeaders } from "@/lib/http/security-headers";

/** Milliseconds within which a request has to be complete, body included; Node looks every half minute. */
const REQUEST_TIMEOUT_MS = 30_000;

type Exchange = {
  request: IncomingMessage;
  response: ServerResponse;
  actionIds: ActionIds;
  /** Connections that end with a refusal: what follows on them is not read. */
  closing: WeakSet<Socket>;
  prepare: ReturnType<typeof keepPagesFresh>;
};

/**
 * Puts a guard before Next, in the process that serves: requests that are malformed, or too large, are answered here,
 * and all others reach Next with their whole body. Next gives no access to its server; Node announces each request
 * before its listeners are called, which is where the guard finds the server.
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
    admit({ request, response, actionIds, closing, prepare }, () => {
      for (const listener of listeners) listener.call(server, request, response);
    }),
  );
  server.on("checkContinue", answerExpectation);
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.headersTimeout = REQUEST_TIMEOUT_MS;
}

function admit({ request, response, actionIds, closing, prepare }: Exchange, proceed: () => void): void {
  if (closing.has(request.socket)) return;
  const turnAway = (status: Refusal) => {
    closing.add(request.socket);
    refuse(request, response, status);
  };
  const refusal = findRefusal(request);
  if (refusal) return turnAway(refusal);
  dropHeaders(request);
  stampArrival(request);
  setSecurityHeaders(request, response);
  if (!hasBody(request) && request.method !== "POST") {
    const decision = prepare(request);
    if (decision === "serve") return proceed();
    return void decision.then((settled) => (settled === "serve" ? proceed() : withhold(response)));
  }
  receiveBody(request, {
    limit: MAX_BODY_BYTES,
    onTooLarge: () => turnAway(413),
    onWhole: async (body, release) => {
      const actionRefusal = await findActionRefusal(request, body, actionIds);
      release();
      if (actionRefusal) turnAway(actionRefusal);
      else if (!request.destroyed) proceed();
    },
  });
}

/** No error, which a browser would log: the router takes it for "not yet", and asks again when the link is followed. */
function withhold(response: ServerResponse): void {
  response.writeHead(204, { "cache-control": "private, no-store" }).end();
}

/** Next sends redirects without those of `next.config.ts`; where it has others, they replace these. */
function setSecurityHeaders({ url = "" }: IncomingMessage, response: ServerResponse): void {
  if (url.startsWith("/_next/static/")) return;
  for (const { key, value } of securityHeaders(!env.isProduction)) response.setHeader(key, value);
}

/** `Expect: 100-continue` asks before sending a body: only one that will be read is asked for. */
function answerExpectation(this: Server, request: IncomingMessage, response: ServerResponse): void {
  if (!findRefusal(request)) response.writeContinue();
  this.emit("request", request, response);
}
