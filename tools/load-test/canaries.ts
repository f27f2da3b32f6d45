import { findCanaries } from "../../e2e/leak-scan/canary";
import { MIN_SECRET_LENGTH } from "../../e2e/leak-scan/scan";
import { SECRET_PATTERNS } from "../../e2e/support/secrets";

/** Next sends the data of a page in pieces, cut anywhere. */
const SEAM = /"\]\)<\/script><script[^>]*>self\.__next_f\.push\(\[1,"/gu;

/**
 * Knows the owner of each canary. Each account and each browser has one, which is part of every name, address and street
 * that is typed there.
 */
export class Canaries {
  readonly #owners = new Map<string, string>();
  readonly #cookieOwners = new Map<string, string>();

  /** @param owner as people call it */
  claim(canary: string, owner: string): void {
    this.#owners.set(canary, owner);
  }

  /** A line for each canary in the text that is not among the reader's own, and for each secret. */
  listForeign(text: string, own: ReadonlySet<string>): string[] {
    const whole = text.replaceAll(SEAM, "");
    const foreign = [...findCanaries(whole)].filter((canary) => !own.has(canary));
    const secrets = SECRET_PATTERNS.flatMap(({ pattern }) => whole.match(pattern) ?? []);
    return [
      ...foreign.map((canary) => `shows ${canary} of ${this.#owners.get(canary) ?? "nobody known"}`),
      ...[...new Set(secrets)].map((secret) => `shows a secret: ${secret.slice(0, 20)}…`),
    ];
  }

  /** A line for each HttpOnly cookie set in this browser that another one has been given before. */
  listShared(browser: string, setCookies: string[]): string[] {
    const secret = setCookies.filter((text) => /;\s*httponly/iu.test(text));
    return secret.flatMap((text) => {
      const [, name, value = ""] = /^([^=]+)=([^;]*)/u.exec(text) ?? [];
      if (value.length < MIN_SECRET_LENGTH) return [];
      const first = this.#cookieOwners.get(value) ?? browser;
      this.#cookieOwners.set(value, first);
      return first === browser ? [] : [`gives out a ${name} that ${first} has been given`];
    });
  }
}
