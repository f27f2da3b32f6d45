import type { Limit } from "../modules/rate-limit/service";

const QUARTER = 15 * 60;
const HOUR = 60 * 60;

/**
 * What callers who are not the storefront may do within a window. Offices share an address, so machines get plenty.
 * No account is counted by itself with a low number: anybody could lock its owner out.
 */
export const LIMITS = {
  machine: { name: "auth-machine", points: 100, seconds: QUARTER },
  /** One machine at one account: the guesses of somebody who has an address. */
  account: { name: "auth-account", points: 10, seconds: QUARTER },
  /** Accounts made: each is a row, and a hash computed. */
  register: { name: "register", points: 200, seconds: HOUR },
  /** Resets asked for are mails to somebody. */
  "reset-machine": { name: "reset-machine", points: 30, seconds: QUARTER },
  "reset-account": { name: "reset-account", points: 3, seconds: QUARTER },
  /** From any machine: the shopkeeper's mailbox is not to be flooded either. */
  "reset-mailbox": { name: "reset-mailbox", points: 30, seconds: QUARTER },
  /** The current password, asked for a change: only somebody with a token of the account can use it up. */
  "own-password": { name: "own-password", points: 10, seconds: QUARTER },
  promotion: { name: "promotion", points: 50, seconds: QUARTER },
  "promotion-cart": { name: "promotion-cart", points: 10, seconds: QUARTER },
  address: { name: "address", points: 300, seconds: HOUR },
  cart: { name: "cart", points: 600, seconds: HOUR },
  /** Reserves stock and sends mail. */
  order: { name: "order", points: 120, seconds: HOUR },
  /** An address that nobody here has written to before, which anybody can type. */
  guest: { name: "guest", points: 100, seconds: HOUR },
} as const satisfies Record<string, Limit>;

export type Kind = keyof typeof LIMITS;
