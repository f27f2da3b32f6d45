import type { Response } from "@playwright/test";
import { SHORTEST_SECRET } from "./scan";

/** What an answer, or a part of one, tells the browser it goes to. */
export type Answer = {
  url: string;
  /** Everything that scripts, people and proxies can read of it. */
  text: string;
  /** What it puts where only the server reads it again: HttpOnly cookies, by name. */
  hidden: [name: string, value: string][];
};

const READABLE = /^(text\/|application\/(json|javascript|xml|ld\+json|manifest\+json))|^$/;

/** The address and the headers, which are there before the body. */
export async function readHead(response: Response): Promise<Answer> {
  const url = response.url();
  const headers = await response.headersArray().catch(() => []);
  const isCookie = ({ name }: { name: string }) => name.toLowerCase() === "set-cookie";
  // Where a secret belongs. All other headers can be read by scripts, or end up in the logs of a proxy.
  const shown = headers.filter((header) => !isCookie(header));
  return {
    url,
    text: [url, ...shown.map(({ name, value }) => `${name}: ${value}`)].join("\n"),
    hidden: headers.filter(isCookie).flatMap(({ value }) => value.split("\n").flatMap(readHidden)),
  };
}

/**
 * The body, once all of it has come. Asked for as soon as the headers are there: a browser forgets a body when the page
 * is left, so whoever asks only when it is complete can come too late.
 * @param known addresses of files that have been read before; files that never change are read once
 * @returns null where there is none to read: files, redirects, and pages that were left before all had come
 */
export async function readBody(response: Response, known: Set<string>): Promise<Answer | null> {
  const url = response.url();
  const headers = response.headers();
  if (known.has(url) || !READABLE.test(headers["content-type"] ?? "")) return null;
  const text = await response.text().catch(() => null);
  if (text === null) return null;
  if (headers["cache-control"]?.includes("immutable")) known.add(url);
  return { url, text, hidden: [] };
}

function readHidden(cookie: string): [string, string][] {
  const [, name = "", value = ""] = /^\s*([^=]+)=([^;]*)/.exec(cookie) ?? [];
  const isHidden = /;\s*httponly/i.test(cookie) && value.length >= SHORTEST_SECRET;
  return isHidden ? [[name, decodeURIComponent(value)]] : [];
}
