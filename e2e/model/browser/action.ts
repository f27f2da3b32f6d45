import type { Identity } from "../../support/identity";
import { Random } from "../../support/random";
import { addLines } from "../cart";
import type { BrowserModel, ShopperModel } from "../shopper";
import type { Step } from "../step";

export type ActionKind =
  "browse" | "add" | "change" | "check out" | "sign in" | "sign out" | "rename" | "change password";

/** What a browser does. `page` and `product` are indexes; an action uses those that it needs. */
export type Action = { kind: ActionKind; page: number; product: number; quantity: number };

type Actor = { shopper: ShopperModel; browser: BrowserModel };

/** `items`: the names of the products. `identity`: of the account from now on. */
type Outcome = { items: readonly string[]; identity: Identity; orderId: string | void };

/** The number of pages to visit. */
const PAGE_COUNT = 5;
const MAX_QUANTITY = 4;

/** The action of a step: the intended one, or one that has to come first. `items`: the names of the products. */
export function chooseAction(
  { kind: intent, seed }: Step<ActionKind>,
  { shopper, browser }: Actor,
  items: readonly string[],
): Action {
  const random = new Random(seed);
  const inCart = [...shopper.ownerOf(browser).cart.lines.keys()];
  const kind = resolveIntent(intent, browser.isSignedIn, inCart.length === 0);
  return {
    kind,
    page: random.below(PAGE_COUNT),
    product: items.indexOf(random.pick(kind === "change" ? inCart : items)),
    quantity: random.below(MAX_QUANTITY + 1),
  };
}

function resolveIntent(intent: ActionKind, isSignedIn: boolean, isEmpty: boolean): ActionKind {
  if (intent === "sign in") return isSignedIn ? "browse" : intent;
  if (intent === "change" || intent === "check out") return isEmpty ? "add" : intent;
  if (intent === "browse" || intent === "add") return intent;
  return isSignedIn ? intent : "sign in";
}

/** The personal data of an account after an action. `number`: of the step. */
export function identityAfter(identity: Identity, { kind }: Action, number: number): Identity {
  if (kind === "rename") return { ...identity, firstName: `Ida${number}-${identity.canary}` };
  if (kind === "change password") return { ...identity, password: `${identity.password}-changed` };
  return identity;
}

/** Updates the model with an action that the shop has confirmed. */
export function applyAction(
  { shopper, browser }: Actor,
  action: Action,
  { items, identity, orderId }: Outcome,
): void {
  const now = performance.now();
  const { cart } = shopper.ownerOf(browser);
  const item = requireAt(items, action.product);
  if (shopper.account) shopper.account.identity = identity;
  switch (action.kind) {
    case "browse":
    case "rename":
      return;
    case "add":
      return cart.beginChange()(now, addLines(cart.lines, [[item, 1]]));
    case "change":
      return cart.beginChange()(now, new Map(cart.lines).set(item, action.quantity));
    case "check out":
      return shopper.beginOrder(browser)(now, orderId ?? "");
    case "sign in":
      shopper.openSession(browser, now);
      return shopper.beginSignIn(browser)(now);
    case "sign out":
      return shopper.beginEnd(browser, "own", now).confirm(now);
    case "change password":
      return shopper.beginEnd(browser, "all", now).confirm(now);
  }
}

/** @throws RangeError for an index that does not exist */
export function requireAt<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new RangeError(`There is no number ${index} among ${items.length}.`);
  return item;
}
