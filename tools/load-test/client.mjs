// @ts-check
import { Agent } from "undici";
import { Failure } from "../stack/failure.mjs";

/**
 * @typedef {import("./session-model.mjs").Span} Span
 * @typedef {{
 *   method?: "GET" | "POST",
 *   path: string,
 *   headers: Record<string, string>,
 *   body?: Buffer,
 *   fate?: "read" | "unread" | "cut",
 * }} Outgoing `fate`: "unread" hangs up when the answer begins, "cut" as soon as the request is on its way
 * @typedef {{ status: number, headers: [name: string, value: string][], body: string, span: Span }} Incoming
 */

/** Longer than the storefront waits for its backend. */
const PATIENCE_MS = 30_000;
const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Plain HTTP, over connections that all shoppers share, as behind a proxy. */
export class Client {
  #agent = new Agent({ headersTimeout: PATIENCE_MS, bodyTimeout: PATIENCE_MS });

  /** @param {string[]} origins the instances of the storefront */
  constructor(origins) {
    const strange = origins.find((origin) => !LOOPBACK.has(new URL(origin).hostname));
    if (strange) throw new Failure(`The hunt is for a shop on this machine, and ${strange} is not.`);
    this.origins = origins;
  }

  /**
   * @param {string} origin
   * @param {Outgoing} outgoing
   * @returns {Promise<Incoming | null>} null when nobody is there any more to read the answer
   * @throws when there is no answer
   */
  async send(origin, { method = "GET", path, headers, body, fate = "read" }) {
    const hangUp = new AbortController();
    const sentAt = performance.now();
    const answering = this.#agent.request({ origin, path, method, headers, body, signal: hangUp.signal });
    // By then undici has written the request, which is short, to the socket that it destroys.
    if (fate === "cut") setImmediate(() => hangUp.abort());
    try {
      const answer = await answering;
      if (fate !== "read") return leave(answer.body);
      const text = await answer.body.text();
      const span = { sentAt, answeredAt: performance.now() };
      return { status: answer.statusCode, headers: listHeaders(answer.headers), body: text, span };
    } catch (error) {
      if (hangUp.signal.aborted) return null;
      throw error;
    }
  }

  async close() {
    await this.#agent.destroy();
  }
}

/**
 * Destroys the socket, whatever is still to come over it.
 * @param {import("undici").Dispatcher.ResponseData["body"]} body
 */
function leave(body) {
  // It tells its reader that it was destroyed, as if that were news.
  body.on("error", () => {}).destroy();
  return null;
}

/**
 * @param {Record<string, string | string[] | undefined>} headers
 * @returns {[string, string][]}
 */
function listHeaders(headers) {
  return Object.entries(headers).flatMap(([name, values]) =>
    [values ?? []].flat().map((value) => /** @type {[string, string]} */ ([name, value])),
  );
}
