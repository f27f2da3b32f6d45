import { BrowserModel } from "../../e2e/model/shopper";
import type { RequestTiming } from "../../e2e/model/session";
import { HttpBrowser } from "../../e2e/support/http-browser";
import { newIdentity } from "../../e2e/support/identity";
import type { Random } from "../../e2e/support/random";
import { SESSION_COOKIE } from "../../e2e/support/session-cookies";
import type { Canaries } from "./canaries";

export type BrowserRequest = {
  path: string;
  form?: FormData;
  /** As the router asks: for data instead of a document. */
  isPayload?: boolean;
  /** Closes the connection as soon as the request is sent, or as soon as the response begins. */
  abort?: "after-request" | "before-body" | undefined;
};

export type BrowserResponse = { response: Response; body: string; timing: RequestTiming };

/** `origins`: of the storefront's instances. */
type Surroundings = { canaries: Canaries; random: Random; origins: readonly string[] };

/** Longer than the storefront waits for its backend. */
const TIMEOUT_MS = 30_000;
/** The newest, and older ones that rotation has left behind. */
const KEPT_TOKENS = 3;

/** A browser of the model, without JavaScript. */
export class LoadTestBrowser extends BrowserModel {
  readonly name: string;
  /** Canaries of the account that were typed here while signed out. */
  typedCanaries: ReadonlySet<string> = new Set();
  readonly #http = new HttpBrowser("");
  readonly #random: Random;
  readonly #origins: readonly string[];
  #tokens: string[] = [];

  constructor(name: string, { canaries, random, origins }: Surroundings) {
    super(newIdentity("guest"));
    canaries.claim(this.identity.canary, name);
    this.name = name;
    this.#random = random;
    this.#origins = origins;
  }

  /**
   * Sends a request to one of the instances and stores the cookies of the response. Returns null for an aborted
   * request, whose response counts as lost, and throws when there is no response.
   */
  async send({ path, form, isPayload, abort }: BrowserRequest): Promise<BrowserResponse | null> {
    const connection = new AbortController();
    const sentAt = performance.now();
    const sending = this.#http.send(path, {
      form,
      origin: this.#random.pick(this.#origins),
      headers: isPayload ? { rsc: "1" } : {},
      signal: AbortSignal.any([connection.signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    // By then the request, which is short, has been written to the socket that is destroyed.
    if (abort === "after-request") setImmediate(() => connection.abort());
    try {
      const response = await sending;
      if (abort) connection.abort();
      const body = await response.text();
      this.#storeCookies(response);
      return { response, body, timing: { sentAt, answeredAt: performance.now() } };
    } catch (error) {
      if (connection.signal.aborted) return null;
      throw error;
    }
  }

  /** Copies of the last tokens since the last call, newest first, as somebody else may have made them. */
  takeTokens(): string[] {
    return this.#tokens.splice(0).slice(-KEPT_TOKENS).toReversed();
  }

  get lastToken(): string | undefined {
    return this.#tokens.at(-1);
  }

  /** Replaces the session token. */
  setToken(token: string): void {
    this.#http.cookies.set(SESSION_COOKIE, token);
  }

  #storeCookies(response: Response): void {
    const before = this.#http.cookies.get(SESSION_COOKIE);
    this.#http.storeCookies(response);
    const token = this.#http.cookies.get(SESSION_COOKIE);
    if (token && token !== before) this.#tokens.push(token);
  }
}
