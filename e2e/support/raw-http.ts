import { connect } from "node:net";

export type RawResponse = {
  /** Status of each response on the connection, in order, without 100. */
  statuses: number[];
  text: string;
  isClosed: boolean;
};

/** Longer than any response takes, shorter than a browser would wait. */
const TIMEOUT_MS = 10_000;

/**
 * Sends bytes that no HTTP client would, and reads until enough responses have come or the connection ends.
 * @param count responses to wait for
 */
export function sendRaw(baseURL: string, bytes: string, count = 1): Promise<RawResponse> {
  const { hostname, port } = new URL(baseURL);
  const socket = connect(Number(port), hostname);
  let text = "";
  return new Promise((resolve) => {
    const finish = (isClosed: boolean) => {
      socket.destroy();
      resolve({ statuses: readStatuses(text), text, isClosed });
    };
    socket.setTimeout(TIMEOUT_MS, () => finish(false));
    socket.on("data", (chunk) => {
      text += chunk.toString("latin1");
      if (readStatuses(text).length >= count) finish(false);
    });
    socket.on("error", () => {});
    socket.on("close", () => finish(true));
    socket.write(Buffer.from(bytes, "latin1"));
  });
}

function readStatuses(text: string): number[] {
  return [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)]
    .map((match) => Number(match[1]))
    .filter((status) => status >= 200);
}

type RawRequest = { method?: string; path: string; headers?: Record<string, string>; body?: string };

/** Formats a request. Adds a content length, unless the headers define the length. */
export function formatRequest({ method = "GET", path, headers = {}, body = "" }: RawRequest): string {
  const hasLength = "content-length" in headers || "transfer-encoding" in headers;
  const length = body && !hasLength ? { "content-length": String(body.length) } : {};
  const lines = Object.entries({ host: "localhost", ...length, ...headers }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  return `${method} ${path} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n${body}`;
}
