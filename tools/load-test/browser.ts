import { BrowserModel } from "../../e2e/model/shopper";
import type { RequestTiming } from "../../e2e/model/session";
import { environment } from "../../e2e/support/environment";
import { HttpBrowser, readLocation } from "../../e2e/support/http-browser";
import { newClientIp, newIdentity } from "../../e2e/support/identity";
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

/** `secretCookies`: those of the response that are HttpOnly; its `headers` are without cookies. */
export type BrowserResponse = {
  status: number;
  headers: string[];
  location: string | null;
  secretCookies: { name: string; value: string }[];
  body: string;
  timing: RequestTiming;
};

/** `instances`: to how many instances of the storefront requests go. */
type Surroundings = { canaries: Canaries; random: Random; instances: number };

const USER_AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
/** Longer than the storefront waits for its backend. */
const TIMEOUT_MS = 30_000;
/** The newest, and older ones that rotation has left behind. */
const KEPT_TOKENS = 3;

/** A browser of the model, without JavaScript. */
export class LoadTestBrowser extends BrowserModel {
  readonly name: string;
  /** Canaries of the account that were typed here while signed out. */
  typedCanaries: ReadonlySet<string> = new Set();
  readonly #http = new HttpBrowser("", { ...newClientIp(), "user-agent": USER_AGENT });
  readonly #random: Random;
  readonly #instances: number;
  #tokens: string[] = [];

  constructor(name: string, { canaries, random, instances }: Surroundings) {
    super(newIdentity("guest"));
    canaries.claim(this.identity.canary, name);
    this.name = name;
    this.#random = random;
    this.#instances = instances;
  }

  /**
   * Sends a request to one of the instances and stores the cookies of the response. Returns null for an aborted
   * request, whose response counts as lost, and throws when there is no response.
   */
  async send({ path, form, isPayload, abort }: BrowserRequest): Promise<BrowserResponse | null> {
    const origins = [environment.baseUrl, environment.secondBaseUrl].slice(0, this.#instances);
    const connection = new AbortController();
    const sentAt = performance.now();
    const sending = this.#http.send(path, {
      form,
      origin: this.#random.pick(origins),
      headers: isPayload ? { rsc: "1" } : {},
      signal: AbortSignal.any([connection.signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    // By then the request, which is short, has been written to the socket that is destroyed.
    if (abort === "after-request") setImmediate(() => connection.abort());
    try {
      const response = await sending;
      if (abort) connection.abort();
      const body = await response.text();
      return this.#accept(response, body, { sentAt, answeredAt: performance.now() });
    } catch (error) {
      if (connection.signal.aborted) return null;
      throw error;
    }
  }

  /** Copies of the last tokens since the last call, newest first, as a thief may have made them. */
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

  #accept(response: Response, body: string, timing: RequestTiming): BrowserResponse {
    const before = this.#http.cookies.get(SESSION_COOKIE);
    this.#http.storeCookies(response);
    const token = this.#http.cookies.get(SESSION_COOKIE);
    if (token && token !== before) this.#tokens.push(token);
    const secret = response.headers.getSetCookie().filter((text) => /;\s*httponly/iu.test(text));
    return {
      status: response.status,
      headers: [...response.headers].filter(([name]) => name !== "set-cookie").flat(),
      location: readLocation(response),
      secretCookies: secret.map((text) => {
        const [, name = "", value = ""] = /^([^=]+)=([^;]*)/u.exec(text) ?? [];
        return { name, value };
      }),
      body,
      timing,
    };
  }
}
