import "server-only";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { findCachedUrl } from "@/lib/guard/fresh-pages";
import { requestSelf } from "@/lib/guard/request-self";
import { findProbe } from "@/lib/page-cache/freshness.mjs";

/** The prerendered not-found page of a country. */
const NOT_FOUND_PAGE = /^\/[a-z]{2}\/not-found$/;

/** Of the prerendered page's response; the other headers are those of the 404. */
const COPIED_HEADERS = ["content-type", "content-encoding", "content-length", "link"];

type Callback = () => void;

/**
 * Gives the 404 of a page within a country its text. Next renders `notFound()` in the browser only, so its document is
 * blank without JavaScript; sent instead is the prerendered not-found page of that country, which has the status 404 at
 * its own URL too. To be called before Next handles the request.
 * @param server the HTTP server of this process, which has the prerendered page
 */
export function replaceNotFound(server: Server, request: IncomingMessage, response: ServerResponse): void {
  const path = findCachedUrl(request)?.split("?", 1)[0];
  if (!path || request.headers.rsc || findProbe(request.headers)) return;
  if (NOT_FOUND_PAGE.test(path)) respondNotFound(response);
  else if (request.method === "GET")
    substitute(server, `${path.slice(0, 3)}/not-found`, { request, response });
}

/** Gives a successful response the status 404, which no cache keeps. */
function respondNotFound(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response);
  response.writeHead = (status: number, ...rest: never[]) => {
    response.setHeader("cache-control", "private, no-store");
    return writeHead(status === 200 ? 404 : status, ...rest);
  };
}

type Exchange = { request: IncomingMessage; response: ServerResponse };

/** Once a 404 is to be sent, discards what Next writes and sends the page at `path` with that status. */
function substitute(server: Server, path: string, { request, response }: Exchange): void {
  const next = {
    writeHead: response.writeHead.bind(response),
    write: response.write.bind(response),
    end: response.end.bind(response),
  };
  let isReplaced = false;
  const replaces = (status: number) => {
    if (isReplaced || response.headersSent || status !== 404) return isReplaced;
    isReplaced = true;
    void send();
    return true;
  };

  async function send(): Promise<void> {
    const headers = { "accept-encoding": request.headers["accept-encoding"] ?? "identity" };
    const page = await requestSelf(server, { path, headers }).catch(() => null);
    for (const name of ["etag", ...COPIED_HEADERS]) response.removeHeader(name);
    for (const name of COPIED_HEADERS) {
      const value = page?.headers[name];
      if (value !== undefined) response.setHeader(name, value);
    }
    next.writeHead(404);
    page?.on("data", (chunk) => next.write(chunk)).on("error", () => response.destroy());
    if (page) page.on("end", () => next.end());
    else next.end();
  }

  response.writeHead = (status: number, ...rest: never[]) =>
    replaces(status) ? response : next.writeHead(status, ...rest);
  response.write = (chunk: unknown, ...rest: unknown[]) =>
    replaces(response.statusCode) ? discard(rest) : next.write(chunk, ...(rest as [Callback]));
  response.end = (...given: unknown[]) => {
    if (!replaces(response.statusCode)) return next.end(...(given as [Callback]));
    discard(given);
    return response;
  };
}

/** Calls the callback of a write that is not carried out. */
function discard(rest: unknown[]): true {
  const callback = rest.find((argument): argument is Callback => typeof argument === "function");
  if (callback) process.nextTick(callback);
  return true;
}
