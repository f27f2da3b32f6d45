import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { env } from "@/lib/env";
import { MAX_BODY_BYTES } from "@/lib/http/body-limit";
import type { RefusalStatus } from "@/lib/guard/request-head";
import { securityHeaders } from "@/lib/http/security-headers";
import { SITE } from "@/lib/site";

/** How long the rest of a refused request is still read (ms), so that the response is not lost to a TCP reset. */
const LINGER_MS = 3_000;

/** How many bytes are discarded in that time. */
const LINGER_BYTES = 8 * MAX_BODY_BYTES;

const TEXTS: Record<Exclude<RefusalStatus, 401>, { title: string; text: string }> = {
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
 * Responds without Next: a small error page. Closes the connection, as the rest of the body would be read as the next
 * request.
 */
export function refuse(request: IncomingMessage, response: ServerResponse, status: RefusalStatus): void {
  // 401 is for signed messages, which programs send: the same JSON as the route's.
  const page = status === 401 ? JSON.stringify({ code: "unsigned" }) : renderRefusal(status, request.url);
  response.writeHead(status, {
    ...Object.fromEntries(securityHeaders(!env.isProduction).map(({ key, value }) => [key, value])),
    "content-type": status === 401 ? "application/json" : "text/html; charset=utf-8",
    "content-length": Buffer.byteLength(page),
    "cache-control": "no-store",
    ...(status === 405 ? { allow: "GET, HEAD, POST" } : {}),
    // Tells Next's router that the action belongs to another build.
    ...(status === 409 ? { "x-nextjs-action-not-found": "1" } : {}),
    connection: "close",
  });
  response.write(page);
  linger(request, () => response.end());
}

/** Discards the rest of the request, then ends the response; earlier at one of the limits. */
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

const { light, dark } = SITE.colours;

/** Inline: an error page loads no files. */
const STYLE =
  `html{color-scheme:light dark;background:light-dark(${light.paper},${dark.paper});color:light-dark(${light.ink},${dark.ink});` +
  "font:1.125rem/1.6 system-ui,sans-serif}body{max-width:34rem;margin:0 auto;padding:12vh 1.25rem}" +
  "h1{font:400 2.25rem/1.15 Georgia,serif;margin:0 0 1.25rem}p{margin:0 0 1.5rem}a{color:inherit;font-weight:600}";

function renderRefusal(status: Exclude<RefusalStatus, 401>, url = "/"): string {
  const { title, text } = TEXTS[status];
  // Forms are posted to the address of their page.
  const way = status === 409 ? `<a href="${escapeAttribute(url)}">Load the page anew</a> · ` : "";
  return (
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<title>${title} · ${SITE.name}</title><style>${STYLE}</style><body>` +
    `<h1>${title}</h1><p>${text}</p><p>${way}<a href="/">To the shop</a></p></body></html>`
  );
}

/** Escapes a raw path for an attribute. Two leading slashes become one: browsers would read them as another host. */
function escapeAttribute(url: string): string {
  const path = url.replace(/^\/+/, "/");
  return path.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
}
