import { CookieJar, type Cookie } from "tough-cookie";
import { ExpectedCart } from "../model/expected-cart";
import type { SessionModel } from "../model/session-model";
import type { Random } from "../random";
import type { Client, HttpRequest, HttpResponse } from "./client";

/** `page`: where the form is; `isPayload`: as the router asks, for data instead of a document. */
export type BrowserRequest = Pick<HttpRequest, "path" | "abort"> & {
  form?: FormData;
  page?: string;
  isPayload?: boolean;
};

export type BrowserResponse = HttpResponse & { location: string | null; cookies: Cookie[] };

type Label = { name: string; canary: string; address: string };

const SESSION_COOKIE = "__Host-cloakroom-session";
const USER_AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
/** The newest, and older ones that rotation has left behind. */
const KEPT_TOKENS = 3;
/** Cookies belong to a host, whatever the port: one jar for all instances. */
const JAR_URL = "http://localhost/";

/** A browser without JavaScript, with the model of its session and cart. `address` is the machine's IP address. */
export class HttpBrowser {
  readonly name: string;
  readonly canary: string;
  readonly cart = new ExpectedCart();
  /** The session whose token is in the jar; null before sign-in and after sign-out. */
  session: SessionModel | null = null;
  /** Canaries of the account that were typed here while signed out. */
  typedCanaries: ReadonlySet<string> = new Set();
  readonly #address: string;
  readonly #client: Client;
  readonly #random: Random;
  readonly #jar = new CookieJar();
  #tokens: string[] = [];

  constructor({ name, canary, address }: Label, { client, random }: { client: Client; random: Random }) {
    this.name = name;
    this.canary = canary;
    this.#address = address;
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
        "x-forwarded-for": this.#address,
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
