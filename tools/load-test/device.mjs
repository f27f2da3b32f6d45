// @ts-check
import { CookieJar } from "tough-cookie";
import { Basket } from "./basket.mjs";

/**
 * @typedef {import("./client.mjs").Client} Client
 * @typedef {import("./client.mjs").Outgoing} Outgoing
 * @typedef {import("./client.mjs").Incoming} Incoming
 * @typedef {import("./dice.mjs").Dice} Dice
 * @typedef {import("./session-model.mjs").SessionModel} SessionModel
 * @typedef {{ name: string, canary: string, address: string }} Label
 * @typedef {{ path: string, form?: FormData, page?: string, payload?: boolean, fate?: Outgoing["fate"] }} Request
 *   `page`: where the form stands; `payload`: as the router asks, for data instead of a document
 * @typedef {Incoming & { location: string | null, cookies: { key: string, value: string }[] }} Answer
 */

const SESSION_COOKIE = "__Host-cloakroom-session";
/** The newest, and older ones that the session has left behind. */
const KEPT_TICKETS = 3;
/** Cookies belong to a host, whatever the port: one jar for all instances. */
const JAR_URL = "http://localhost/";

/** A browser without JavaScript, and what must be true of it. */
export class Device {
  #client;
  #dice;
  #jar = new CookieJar();
  /** @type {string[]} */
  #tickets = [];
  /** What the browser holds a ticket for; null for somebody who has not signed in here, or has signed out. */
  /** @type {SessionModel | null} */
  session = null;
  /** Markers of somebody signed out that were typed here. @type {ReadonlySet<string>} */
  typed = new Set();
  /** The cart of a guest. */
  basket = new Basket();

  /**
   * @param {Label} label `address`: the machine's, since attempts to sign in are counted by it
   * @param {{ client: Client, dice: Dice }} means
   */
  constructor(label, { client, dice }) {
    this.name = label.name;
    this.canary = label.canary;
    this.address = label.address;
    this.#client = client;
    this.#dice = dice;
  }

  /**
   * Sends a request to one of the instances, and keeps the cookies of the answer.
   * @param {Request} request
   * @returns {Promise<Answer | null>} null when the answer was lost on its way
   * @throws when there is no answer
   */
  async send({ path, form, page, payload, fate }) {
    const origin = this.#dice.pick(this.#client.origins);
    const posted = form ? await pack(form) : null;
    const incoming = await this.#client.send(origin, {
      path,
      fate,
      headers: {
        cookie: await this.#jar.getCookieString(JAR_URL),
        "x-forwarded-for": this.address,
        "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
        ...(payload ? { rsc: "1" } : {}),
        ...(posted ? { ...posted.headers, origin, referer: origin + (page ?? path) } : {}),
      },
      ...(posted ? { method: "POST", body: posted.body } : {}),
    });
    if (!incoming) return null;
    const cookies = await this.#keep(incoming.headers);
    const location = incoming.headers.find(([name]) => name === "location")?.[1] ?? null;
    return { ...incoming, cookies, location: location && toPath(location) };
  }

  /** The last tickets that this browser was given since it was asked last, newest first: somebody may have copied them. */
  takeTickets() {
    return this.#tickets.splice(0).slice(-KEPT_TICKETS).toReversed();
  }

  get lastTicket() {
    return this.#tickets.at(-1);
  }

  /** Puts the copy of a ticket into this browser. @param {string} ticket */
  async plantTicket(ticket) {
    await this.#jar.setCookie(`${SESSION_COOKIE}=${ticket}; Path=/; Secure; HttpOnly`, JAR_URL);
  }

  /** @param {Incoming["headers"]} headers */
  async #keep(headers) {
    const texts = headers.filter(([name]) => name === "set-cookie").map(([, value]) => value);
    const cookies = await Promise.all(texts.map((text) => this.#jar.setCookie(text, JAR_URL)));
    const kept = cookies.flatMap((cookie) => cookie ?? []);
    const tickets = kept.filter(({ key, value }) => key === SESSION_COOKIE && value !== "");
    this.#tickets.push(...tickets.map(({ value }) => value));
    return kept;
  }
}

/** @param {FormData} form */
async function pack(form) {
  const packed = new Response(form);
  const type = packed.headers.get("content-type") ?? "";
  return { headers: { "content-type": type }, body: Buffer.from(await packed.arrayBuffer()) };
}

/** @param {string} location */
function toPath(location) {
  const { pathname, search } = new URL(location, JAR_URL);
  return pathname + search;
}
