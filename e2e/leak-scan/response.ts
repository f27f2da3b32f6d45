import type { Response } from "@playwright/test";
import { MIN_SECRET_LENGTH } from "./scan";

/** The headers or the body of a response, split by visibility. */
export type ResponsePart = {
  url: string;
  /** Readable by scripts, people or proxies: URL, headers except `set-cookie`, body. */
  text: string;
  /** Readable by the server alone. */
  httpOnlyCookies: [name: string, value: string][];
};

/** Types of bodies that are text. */
export const READABLE_TYPES = /^(text\/|application\/(json|javascript|xml|ld\+json|manifest\+json))|^$/;

/** A header; `set-cookie` may occur several times. */
type Header = { name: string; value: string };

/** Reads the URL and the headers, which are available before the body. */
export async function readHeaders(response: Response): Promise<ResponsePart> {
  return splitHeaders(response.url(), await response.headersArray().catch(() => []));
}

/** Separates what the server alone can read from what others can. */
export function splitHeaders(url: string, headers: readonly Header[]): ResponsePart {
  const isCookie = ({ name }: { name: string }) => name.toLowerCase() === "set-cookie";
  // `set-cookie` is where a secret belongs. All other headers are readable by scripts or logged by proxies.
  const readable = headers.filter((header) => !isCookie(header));
  return {
    url,
    text: [url, ...readable.map(({ name, value }) => `${name}: ${value}`)].join("\n"),
    httpOnlyCookies: headers
      .filter(isCookie)
      .flatMap(({ value }) => value.split("\n").flatMap(readHttpOnlyCookie)),
  };
}

/**
 * Reads the body. Call it when the headers arrive: browsers discard a body on navigation, so a call after completion
 * can be too late.
 * @param knownFiles URLs of immutable files that have been read already; extended by this call
 * @returns null when there is no readable body: binary files, redirects, aborted navigations
 */
export async function readBody(response: Response, knownFiles: Set<string>): Promise<ResponsePart | null> {
  const url = response.url();
  const headers = response.headers();
  if (knownFiles.has(url) || !READABLE_TYPES.test(headers["content-type"] ?? "")) return null;
  const text = await response.text().catch(() => null);
  if (text === null) return null;
  if (headers["cache-control"]?.includes("immutable")) knownFiles.add(url);
  return { url, text, httpOnlyCookies: [] };
}

function readHttpOnlyCookie(cookie: string): [string, string][] {
  const [, name = "", value = ""] = /^\s*([^=]+)=([^;]*)/.exec(cookie) ?? [];
  const isHttpOnly = /;\s*httponly/i.test(cookie) && value.length >= MIN_SECRET_LENGTH;
  return isHttpOnly ? [[name, decodeURIComponent(value)]] : [];
}
