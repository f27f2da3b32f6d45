import { randomBytes } from "node:crypto";

const CANARY = /canary[0-9a-f]{16}/giu;
/** The id that opens a cart, and anything signed or sealed: not even its owner may read these. */
const SECRETS = [/cart_[0-9A-HJKMNP-TV-Z]{26}/gu, /eyJ[\w-]{16,}\.[\w-]*\.[\w-]{8,}/gu];
/** Next sends the data of a page in pieces, cut anywhere. */
const SEAM = /"\]\)<\/script><script[^>]*>self\.__next_f\.push\(\[1,"/gu;
/** Shorter cookies hold no secret. */
const MIN_SECRET_LENGTH = 16;

/**
 * Issues canaries and remembers their owners. Each account and each browser has one, which is part of every name,
 * address and street that is typed there.
 */
export class Canaries {
  readonly #owners = new Map<string, string>();
  readonly #cookieOwners = new Map<string, string>();

  /** A text that exists once in the world. `owner` is for people. */
  issue(owner: string): string {
    const canary = `canary${randomBytes(8).toString("hex")}`;
    this.#owners.set(canary, owner);
    return canary;
  }

  /** A line for each canary in the text that is not among the reader's own, and for each secret. */
  listForeign(text: string, own: ReadonlySet<string>): string[] {
    const whole = text.replaceAll(SEAM, "");
    const canaries = new Set(Array.from(whole.matchAll(CANARY), ([canary]) => canary.toLowerCase()));
    const foreign = [...canaries].filter((canary) => !own.has(canary));
    const secrets = SECRETS.flatMap((pattern) => Array.from(whole.matchAll(pattern), ([secret]) => secret));
    return [
      ...foreign.map((canary) => `shows ${canary} of ${this.#owners.get(canary) ?? "nobody known"}`),
      ...[...new Set(secrets)].map((secret) => `shows a secret: ${secret.slice(0, 20)}…`),
    ];
  }

  /** A line for each secret cookie set in this browser that another one has been given before. */
  listShared(browser: string, cookies: { key: string; value: string }[]): string[] {
    return cookies
      .filter(({ value }) => value.length >= MIN_SECRET_LENGTH)
      .flatMap(({ key, value }) => {
        const first = this.#cookieOwners.get(value) ?? browser;
        this.#cookieOwners.set(value, first);
        return first === browser ? [] : [`gives out a ${key} that ${first} has been given`];
      });
  }
}
