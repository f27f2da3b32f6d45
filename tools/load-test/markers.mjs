// @ts-check
import { randomBytes } from "node:crypto";

const CANARY = /canary[0-9a-f]{16}/giu;
/** What opens a cart, and whatever is signed or sealed: not even its owner may read it. */
const SECRETS = [/cart_[0-9A-HJKMNP-TV-Z]{26}/gu, /eyJ[\w-]{16,}\.[\w-]*\.[\w-]{8,}/gu];
/** Next sends the data of a page in pieces, and cuts where it likes. */
const SEAM = /"\]\)<\/script><script[^>]*>self\.__next_f\.push\(\[1,"/gu;
/** Shorter values hold no secret. */
const SHORTEST_SECRET = 16;

/**
 * Knows whose every marker is. Each shopper's account and each device has one of its own, which is part of every name,
 * address and street that is typed there.
 */
export class Markers {
  /** @type {Map<string, string>} */
  #owners = new Map();
  /** @type {Map<string, string>} */
  #holders = new Map();

  /** A text that exists once in the world. @param {string} owner as a person calls them */
  issue(owner) {
    const canary = `canary${randomBytes(8).toString("hex")}`;
    this.#owners.set(canary, owner);
    return canary;
  }

  /**
   * A line for each marker in a text that its reader must not see, and for each secret.
   * @param {string} text
   * @param {ReadonlySet<string>} own the reader's markers
   * @returns {string[]}
   */
  listForeign(text, own) {
    const whole = text.replaceAll(SEAM, "");
    const canaries = new Set(Array.from(whole.matchAll(CANARY), ([canary]) => canary.toLowerCase()));
    const foreign = [...canaries].filter((canary) => !own.has(canary));
    const secrets = SECRETS.flatMap((look) => Array.from(whole.matchAll(look), ([secret]) => secret));
    return [
      ...foreign.map((canary) => `shows ${canary} of ${this.#owners.get(canary) ?? "nobody known"}`),
      ...[...new Set(secrets)].map((secret) => `shows a secret: ${secret.slice(0, 20)}…`),
    ];
  }

  /**
   * A line for each secret cookie that another browser has been given before.
   * @param {string} holder the browser that is given these
   * @param {{ key: string, value: string }[]} cookies
   * @returns {string[]}
   */
  listShared(holder, cookies) {
    return cookies
      .filter(({ value }) => value.length >= SHORTEST_SECRET)
      .flatMap(({ key, value }) => {
        const first = this.#holders.get(value) ?? holder;
        this.#holders.set(value, first);
        return first === holder ? [] : [`gives out a ${key} that ${first} has been given`];
      });
  }
}
