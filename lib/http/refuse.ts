import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { env } from "@/lib/env";
import { MAX_BODY_BYTES } from "@/lib/http/body-limit";
import type { Refusal } from "@/lib/http/malformed";
import { securityHeaders } from "@/lib/http/security-headers";

/** A refused sender may go on for so long (milliseconds), so that the answer is read and not lost to a reset. */
const LINGER_MS = 3_000;

/** Bytes that are dropped unread in that time. */
const LINGER_BYTES = 8 * MAX_BODY_BYTES;

const TEXTS: Record<Exclude<Refusal, 401>, { title: string; text: string }> = {
  400: {
    title: "We cannot read that",
    text: "Something in the address, or in what was sent, cannot be read. Nothing was changed. Please check it, or start from the shop’s front page.",
  },
  403: {
    title: "This form is not ours",
    text: "It was sent from another site, so nothing was done. Please use the form on our own page.",
  },
  404: {
    title: "There is no such page",
    text: "This address leads nowhere in our shop. Please start from the shop’s front page.",
  },
  405: {
    title: "That cannot be done here",
    text: "This address can be opened and nothing else. Please go back, or start from the shop’s front page.",
  },
  409: {
    title: "The shop has been updated",
    text: "It was updated after you opened the page, so its form could not be used. Nothing was changed. Go back to copy what you typed, or load the page anew and send it again.",
  },
  413: {
    title: "That is too much at once",
    text: "What was sent is larger than any form of this shop. Nothing was changed. Please go back, shorten it and send it again.",
  },
  414: {
    title: "This address is too long",
    text: "No page of this shop has an address of that length. Please check it, or start from the shop’s front page.",
  },
};

/**
 * Answers a request without Next: a small page that says the way out. The connection ends with it, because the rest of
 * the body would be read as the next request.
 */
export function refuse(request: IncomingMessage, response: ServerResponse, status: Refusal): void {
  // Programs send signed messages, and are answered as the route itself would.
  const page = status === 401 ? JSON.stringify({ code: "unsigned" }) : renderRefusal(status, request.url);
  response.writeHead(status, {
    ...Object.fromEntries(securityHeaders(!env.isProduction).map(({ key, value }) => [key, value])),
    "content-type": status === 401 ? "application/json" : "text/html; charset=utf-8",
    "content-length": Buffer.byteLength(page),
    "cache-control": "no-store",
    ...(status === 405 ? { allow: "GET, HEAD, POST" } : {}),
    // By this Next's script in the page knows that the action is of another build.
    ...(status === 409 ? { "x-nextjs-action-not-found": "1" } : {}),
    connection: "close",
  });
  response.write(page);
  linger(request, () => response.end());
}

/** Drops what is still on its way, and ends with it, or when that takes too long. */
function linger(request: IncomingMessage, end: () => void): void {
  const timer = setTimeout(end, LINGER_MS);
  let dropped = 0;
  request.on("data", (chunk: Buffer) => {
    dropped += chunk.length;
    if (dropped > LINGER_BYTES) end();
  });
  request.once("end", end);
  request.once("close", () => clearTimeout(timer));
}

/** The shop's colours (app/tokens.css), without its files: what is refused asks for nothing more. */
const STYLE =
  "html{color-scheme:light dark;background:light-dark(#f7f2e9,#131a17);color:light-dark(#1d2622,#f1ebdf);" +
  "font:1.125rem/1.6 system-ui,sans-serif}body{max-width:34rem;margin:0 auto;padding:12vh 1.25rem}" +
  "h1{font:400 2.25rem/1.15 Georgia,serif;margin:0 0 1.25rem}p{margin:0 0 1.5rem}a{color:inherit;font-weight:600}";

function renderRefusal(status: Exclude<Refusal, 401>, url = "/"): string {
  const { title, text } = TEXTS[status];
  // Forms are posted to the address of their page.
  const way = status === 409 ? `<a href="${escapeAttribute(url)}">Load the page anew</a> · ` : "";
  return (
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<title>${title} · Cloakroom</title><style>${STYLE}</style><body>` +
    `<h1>${title}</h1><p>${text}</p><p>${way}<a href="/">To the shop</a></p></body></html>`
  );
}

/** A path as it was sent, which may begin with two slashes: a browser would take these for another host. */
function escapeAttribute(url: string): string {
  const path = url.replace(/^\/+/, "/");
  return path.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
}
