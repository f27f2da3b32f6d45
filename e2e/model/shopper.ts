import type { Identity } from "../support/identity";
import { CartModel, addLines, describeLines } from "./cart";
import { type RequestTiming, SessionModel } from "./session";

/** `isCustomers`: placed by a browser that was signed in. */
export type PlacedOrder = { id: string; email: string; isCustomers: boolean; lines: string };

/** Whose sessions a form ends: the browser's own, those of all others, or every one, after which it gets a new one. */
export type Ending = "own" | "others" | "all";

/** An account, shared by the browsers of its shopper. */
export class AccountModel {
  readonly cart = new CartModel();
  /** The ids of its orders. */
  readonly orders = new Set<string>();
  identity: Identity;

  constructor(identity: Identity) {
    this.identity = identity;
  }

  /** By which a page may name the owner. */
  get names(): ReadonlySet<string> {
    return new Set([this.identity.firstName, this.identity.email]);
  }
}

/** One browser. `cart` and `identity` are those of its guest: what it holds and types while it is signed out. */
export class BrowserModel {
  readonly cart = new CartModel();
  readonly identity: Identity;
  session: SessionModel | null = null;

  constructor(identity: Identity) {
    this.identity = identity;
  }

  get isSignedIn(): boolean {
    return this.session !== null && !this.session.hasEnded;
  }
}

/**
 * One person with one or more browsers, and what their actions must have led to. An action that the shop has not
 * answered yet is begun, and settled by the function that is returned; in between, either outcome is right.
 */
export class ShopperModel<B extends BrowserModel = BrowserModel> {
  readonly account: AccountModel | null;
  readonly browsers: readonly B[];
  readonly placedOrders: PlacedOrder[] = [];
  readonly #idleMs: number;

  /** @param idleMs the idle time of the shop's sessions; Infinity for one that no session may reach */
  constructor(account: AccountModel | null, browsers: readonly B[], idleMs: number) {
    this.account = account;
    this.browsers = browsers;
    this.#idleMs = idleMs;
  }

  get signedInBrowsers(): B[] {
    return this.browsers.filter(({ isSignedIn }) => isSignedIn);
  }

  get signedOutBrowsers(): B[] {
    return this.browsers.filter(({ isSignedIn }) => !isSignedIn);
  }

  /** Whose name and cart a browser shows: the account's, or its own as a guest. */
  ownerOf(browser: B): AccountModel | B {
    return this.account && browser.isSignedIn ? this.account : browser;
  }

  openSession(browser: B, at: number): void {
    browser.session = new SessionModel(at, this.#idleMs);
  }

  /** The guest's cart joins the account's. */
  beginSignIn(browser: B): (at: number) => void {
    const { account } = this;
    if (!account) throw new Error("A guest has no account to sign in to.");
    const [settleOwn, settleGuests] = [account.cart.beginChange(), browser.cart.beginChange()];
    return (at) => {
      settleOwn(at, addLines(account.cart.lines, browser.cart.lines));
      settleGuests(at, new Map());
    };
  }

  /** The cart becomes an order; without an id it was refused. */
  beginOrder(browser: B): (at: number, id?: string) => void {
    const owner = this.ownerOf(browser);
    const settle = owner.cart.beginChange();
    return (at, id) => {
      if (id === undefined) return settle(at);
      const [{ email }, isCustomers] = [owner.identity, owner === this.account];
      this.placedOrders.push({ id, email, isCustomers, lines: describeLines(owner.cart.lines) });
      if (isCustomers) this.account?.orders.add(id);
      settle(at, new Map());
    };
  }

  /** Sessions end. From the moment of `confirm` on they must be refused. */
  beginEnd(browser: B, ending: Ending, sentAt: number): { ended: B[]; confirm: (at: number) => void } {
    const ended = this.signedInBrowsers.filter((each) => ending !== (each === browser ? "others" : "own"));
    const sessions = ended.flatMap(({ session }) => session ?? []);
    for (const session of sessions) session.beginEnd(sentAt);
    const confirm = (at: number) => {
      for (const session of sessions) session.confirmEnd(at);
      if (ending === "all") this.openSession(browser, at);
    };
    return { ended, confirm };
  }

  /** What a response to this browser must show. `session`: the one that the request was sent with. */
  expected(browser: B, timing: RequestTiming, session = browser.session) {
    const identity = session?.expectedIdentity(timing) ?? "guest";
    return { identity, account: this.account, guest: browser, timing };
  }
}
