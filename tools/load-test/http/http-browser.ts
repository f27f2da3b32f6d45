import { CookieJar, type Cookie } from "tough-cookie";
import { BrowserModel } from "../../../e2e/model/shopper";
import { newClientIp, newIdentity } from "../../../e2e/support/identity";
import type { Random } from "../../../e2e/support/random";
import type { Canaries } from "../canaries";
import type { Client, HttpRequest, HttpResponse } from "./client";

/** `page`: where the form is; `isPayload`: as the router asks, for data instead of a document. */
export type BrowserRequest = Pick<HttpRequest, "path" | "abort"> & {
  form?: FormData;
  page?: string;
  isPayload?: boolean;
};

export type BrowserResponse = HttpResponse & { location: string | null; cookies: Cookie[] };

type Surroundings = { client: Client; canaries: Canaries; random: Random };

const SESSION_COOKIE = "__Host-cloakroom-session";
const USER_AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
/** The newest, and older ones that rotation has left behind. */
const KEPT_TOKENS = 3;
/** Cookies belong to a host, whatever the port: one jar for all instances. */
const JAR_URL = "http://localhost/";

/** A browser without JavaScript, at an IP address of its own, by which sign-in attempts are counted. */
export class HttpBrowser extends BrowserModel {
  readonly name: string;
  /** Canaries of the account that were typed here while signed out. */
  typedCanaries: ReadonlySet<string> = new Set();
  readonly #address = newClientIp();
  readonly #client: Client;
  readonly #random: Random;
  readonly #jar = new CookieJar();
  #tokens: string[] = [];

  constructor(name: string, { client, canaries, random }: Surroundings) {
    super(newIdentity("guest"));
    canaries.claim(this.identity.canary, name);
    this.name = name;
    this.#client = client;
    this.#random = random;
  }

  /**
   * Sends a request to one of the instances and stores the cookies of the response. Returns null for an aborted
   * request, and throws when there is no response.
   */
  async send({ path, form, page, isPayload, abort }: BrowserRequest): Promise<BrowserResponse | null> {
    const origin = this.#random.pick(this.#client.origins);
    const encoded = form ? await encodeForm(form) : null;
    const response = await this.#client.send(origin, {
      path,
      abort,
      headers: {
        cookie: await this.#jar.getCookieString(JAR_URL),
        ...this.#address,
        "user-agent": USER_AGENT,
        ...(isPayload ? { rsc: "1" } : {}),
        ...(encoded ? { ...encoded.headers, origin, referer: origin + (page ?? path) } : {}),
      },
      ...(encoded ? { method: "POST", body: encoded.body } : {}),
    });
    if (!response) return null;
    const cookies = await this.#storeCookies(response.headers);
    const location = response.headers.find(([name]) => name === "location")?.[1] ?? null;
    return { ...response, cookies, location: location && toPath(location) };
  }

  /** Copies of the last tokens since the last call, newest first, as a thief may have made them. */
  takeTokens(): string[] {
    return this.#tokens.splice(0).slice(-KEPT_TOKENS).toReversed();
  }

  get lastToken(): string | undefined {
    return this.#tokens.at(-1);
  }

  /** Puts a session token into the jar. */
  async setToken(token: string): Promise<void> {
    await this.#jar.setCookie(`${SESSION_COOKIE}=${token}; Path=/; Secure; HttpOnly`, JAR_URL);
  }

  async #storeCookies(headers: HttpResponse["headers"]): Promise<Cookie[]> {
    const texts = headers.filter(([name]) => name === "set-cookie").map(([, value]) => value);
    const stored = await Promise.all(texts.map((text) => this.#jar.setCookie(text, JAR_URL)));
    const cookies = stored.flatMap((cookie) => cookie ?? []);
    const tokens = cookies.filter(({ key, value }) => key === SESSION_COOKIE && value !== "");
    this.#tokens.push(...tokens.map(({ value }) => value));
    return cookies;
  }
}

async function encodeForm(form: FormData) {
  const encoded = new Response(form);
  const type = encoded.headers.get("content-type") ?? "";
  return { headers: { "content-type": type }, body: Buffer.from(await encoded.arrayBuffer()) };
}

function toPath(location: string): string {
  const { pathname, search } = new URL(location, JAR_URL);
  return pathname + search;
}
