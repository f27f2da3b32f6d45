import { Agent, type Dispatcher } from "undici";
import { UserError } from "../../stack/user-error";
import type { RequestTiming } from "../../../e2e/model/session";

export type HttpRequest = {
  method?: "GET" | "POST";
  path: string;
  headers: Record<string, string>;
  body?: Buffer;
  /** Closes the connection as soon as the request is sent, or as soon as the response begins. */
  abort?: "after-request" | "before-body";
};

export type HttpResponse = {
  status: number;
  headers: [name: string, value: string][];
  body: string;
  timing: RequestTiming;
};

/** Longer than the storefront waits for its backend. */
const TIMEOUT_MS = 30_000;
const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Plain HTTP over connections that all shoppers share, as behind a proxy. `origins` are the storefront's instances. */
export class Client {
  readonly origins: string[];
  readonly #agent = new Agent({ headersTimeout: TIMEOUT_MS, bodyTimeout: TIMEOUT_MS });

  constructor(origins: string[]) {
    const remote = origins.find((origin) => !LOOPBACK.has(new URL(origin).hostname));
    if (remote) throw new UserError(`The load test is for a shop on this machine, and ${remote} is not.`);
    this.origins = origins;
  }

  /** Returns null for an aborted request, and throws when there is no response. */
  async send(
    origin: string,
    { method = "GET", path, headers, body, abort }: HttpRequest,
  ): Promise<HttpResponse | null> {
    const controller = new AbortController();
    const sentAt = performance.now();
    const request = this.#agent.request({ origin, path, method, headers, body, signal: controller.signal });
    // By then undici has written the request, which is short, to the socket that it destroys.
    if (abort === "after-request") setImmediate(() => controller.abort());
    try {
      const response = await request;
      if (abort) return closeConnection(response.body);
      const text = await response.body.text();
      const timing = { sentAt, answeredAt: performance.now() };
      return { status: response.statusCode, headers: listHeaders(response.headers), body: text, timing };
    } catch (error) {
      if (controller.signal.aborted) return null;
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }
}

function closeConnection(body: Dispatcher.ResponseData["body"]): null {
  // It reports its own destruction as an error.
  body.on("error", () => {}).destroy();
  return null;
}

function listHeaders(headers: Record<string, string | string[] | undefined>): [string, string][] {
  return Object.entries(headers).flatMap(([name, values]) =>
    [values ?? []].flat().map((value): [string, string] => [name, value]),
  );
}
