import type { Limit } from "../modules/rate-limit/service";

const QUARTER = 15 * 60;
const HOUR = 60 * 60;

/**
 * Limits per window for callers other than the storefront. Limits per client are high, because offices share an
 * address. No account has a low limit across all clients, which anybody could use to lock its owner out.
 */
export const LIMITS = {
  client: { name: "auth-machine", points: 100, seconds: QUARTER },
  /** One client at one account. */
  account: { name: "auth-account", points: 10, seconds: QUARTER },
  /** Each registration computes a hash and creates a row. */
  register: { name: "register", points: 200, seconds: HOUR },
  /** Each reset sends a mail. */
  "reset-client": { name: "reset-machine", points: 30, seconds: QUARTER },
  "reset-account": { name: "reset-account", points: 3, seconds: QUARTER },
  /** From all clients, so that no mailbox is flooded. */
  "reset-mailbox": { name: "reset-mailbox", points: 30, seconds: QUARTER },
  /** The current password, on changes. Requires a token of the account. */
  "own-password": { name: "own-password", points: 10, seconds: QUARTER },
  /** Each look-up of an order sends a mail, if number and address belong together. */
  "look-up": { name: "look-up", points: 30, seconds: QUARTER },
  "look-up-mailbox": { name: "look-up-mailbox", points: 5, seconds: QUARTER },
  promotion: { name: "promotion", points: 50, seconds: QUARTER },
  "promotion-cart": { name: "promotion-cart", points: 10, seconds: QUARTER },
  address: { name: "address", points: 300, seconds: HOUR },
  /** Each asks up to 20 questions. A build of the storefront without the shared secret makes some 1,500 requests. */
  search: { name: "search", points: 3_000, seconds: QUARTER },
  cart: { name: "cart", points: 600, seconds: HOUR },
  /** An order reserves stock and sends mail. */
  order: { name: "order", points: 120, seconds: HOUR },
  /** E-mail addresses that the shop has not written to before; anybody can type one. */
  guest: { name: "guest", points: 100, seconds: HOUR },
} as const satisfies Record<string, Limit>;

export type Kind = keyof typeof LIMITS;
