import type { Identity } from "../../support/identity";
import { Random } from "../../support/random";
import { addLines } from "../cart";
import type { BrowserModel, ShopperModel } from "../shopper";
import type { Step } from "../step";

/** What a browser does. Products and pages are indexes. */
export type Action =
  | { kind: "browse"; page: number }
  | { kind: "add"; product: number }
  | { kind: "change"; product: number; quantity: number }
  | { kind: "check out" | "sign in" | "sign out" | "rename" | "change password" };

type Actor = { shopper: ShopperModel; browser: BrowserModel };

/** `items`: the names of the products. `identity`: of the account from now on. */
type Outcome = { items: readonly string[]; identity: Identity; orderId: string | void };

/** The number of pages to visit. */
const PAGE_COUNT = 5;
const MAX_QUANTITY = 4;

/** The action of a step: the intended one, or one that has to come first. `items`: the names of the products. */
export function chooseAction(
  { kind: intent, seed }: Step<Action["kind"]>,
  { shopper, browser }: Actor,
  items: readonly string[],
): Action {
  const random = new Random(seed);
  const { lines } = shopper.ownerOf(browser).cart;
  const kind = resolveIntent(intent, { isSignedIn: browser.isSignedIn, isEmpty: lines.size === 0 });
  if (kind === "browse") return { kind, page: random.below(PAGE_COUNT) };
  if (kind === "add") return { kind, product: random.below(items.length) };
  if (kind !== "change") return { kind };
  const product = items.indexOf(random.pick([...lines.keys()]));
  return { kind, product, quantity: random.below(MAX_QUANTITY + 1) };
}

function resolveIntent(
  intent: Action["kind"],
  now: { isSignedIn: boolean; isEmpty: boolean },
): Action["kind"] {
  if (intent === "sign in") return now.isSignedIn ? "browse" : intent;
  if (intent === "sign out" || intent === "rename" || intent === "change password")
    return now.isSignedIn ? intent : "sign in";
  if (intent === "change" || intent === "check out") return now.isEmpty ? "add" : intent;
  return intent;
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
  if (shopper.account) shopper.account.identity = identity;
  switch (action.kind) {
    case "browse":
    case "rename":
      return;
    case "add":
      return cart.beginChange()(now, addLines(cart.lines, [[requireAt(items, action.product), 1]]));
    case "change":
      return cart.beginChange()(
        now,
        new Map(cart.lines).set(requireAt(items, action.product), action.quantity),
      );
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
