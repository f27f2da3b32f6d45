import type { Response } from "@playwright/test";
import { SHORTEST_SECRET } from "./scan";

/** What one answer tells the browser it goes to. */
export type Answer = {
  url: string;
  /** Everything that scripts, people and proxies can read of it. */
  text: string;
  /** What it puts where only the server reads it again: HttpOnly cookies, by name. */
  hidden: [name: string, value: string][];
};

const READABLE = /^(text\/|application\/(json|javascript|xml|ld\+json|manifest\+json))|^$/;

/**
 * Reads an answer while it can be read: a page that has been left has no body any more, and nobody sees it.
 * @param known addresses of files that have been read before; files that never change are read once
 */
export async function readAnswer(response: Response, known: Set<string>): Promise<Answer | null> {
  const url = response.url();
  if (known.has(url)) return null;
  const headers = await response.headersArray().catch(() => []);
  const valueOf = (name: string) => headers.find((header) => header.name.toLowerCase() === name)?.value ?? "";
  if (valueOf("cache-control").includes("immutable")) known.add(url);
  // Where a secret belongs. All other headers can be read by scripts, or end up in the logs of a proxy.
  const shown = headers.filter(({ name }) => name.toLowerCase() !== "set-cookie");
  const isReadable = READABLE.test(valueOf("content-type"));
  const body = isReadable ? await response.text().catch(() => "") : "";
  const cookies = headers.filter(({ name }) => name.toLowerCase() === "set-cookie");
  return {
    url,
    text: [url, ...shown.map(({ name, value }) => `${name}: ${value}`), body].join("\n"),
    hidden: cookies.flatMap(({ value }) => value.split("\n")).flatMap(readHidden),
  };
}

function readHidden(cookie: string): [string, string][] {
  const [, name = "", value = ""] = /^\s*([^=]+)=([^;]*)/.exec(cookie) ?? [];
  return /;\s*httponly/i.test(cookie) && value.length >= SHORTEST_SECRET
    ? [[name, decodeURIComponent(value)]]
    : [];
}
