import type { Step } from "@/lib/checkout/step";
import type { ErrorCode } from "@/lib/errors";

/**
 * What a shopper can do about a failure:
 * - `stay`: the sentence says what to change on this page
 * - `retry`: the same again may work, at once or later
 * - `reload`: the page is not what it was; loaded again, it shows what is
 * - `page`: another page can mend it. `path` is below the country; `label` is the link's text
 */
export type WayOut =
  { kind: "stay" | "retry" | "reload" } | { kind: "page"; path: `/${string}`; label: string };

const STAY: WayOut = { kind: "stay" };
const RETRY: WayOut = { kind: "retry" };
const RELOAD: WayOut = { kind: "reload" };

const CART = toPage("/cart", "Go to your cart");
const SHOP = toPage("/store", "Look around the shop");

/** The way out of every failure that the shop can report. */
export const WAYS_OUT: Record<ErrorCode, WayOut> = {
  invalid: STAY,
  refused: RELOAD,
  "unreadable-form": RELOAD,
  outdated: RELOAD,
  unavailable: RETRY,
  "not-found": RELOAD,
  "out-of-stock": CART,
  "no-longer-sold": SHOP,
  "not-for-sale": CART,
  "no-such-variant": STAY,
  "choose-options": STAY,
  "cart-empty": SHOP,
  "cart-changed": CART,
  "already-ordered": SHOP,
  "not-deliverable": STAY,
  "cannot-move": CART,
  "delivery-unavailable": toStep("delivery", "Choose a delivery"),
  "payment-unavailable": toStep("payment", "Choose a way to pay"),
  "promotion-unknown": STAY,
  "promotion-ended": STAY,
  "promotion-used-up": STAY,
  "promotion-used": STAY,
  "discount-ended": STAY,
  "payment-failed": toStep("payment", "Choose a way to pay"),
  "cross-origin": RELOAD,
  "signed-out": toPage("/login", "Sign in"),
  "wrong-credentials": STAY,
  "too-many-attempts": RETRY,
  "address-book-full": toPage("/account/addresses", "Go to your addresses"),
  "no-such-device": RELOAD,
  "nothing-to-reorder": SHOP,
  "reset-link-unusable": toPage("/forgot-password", "Send me a new link"),
  "reset-without-sign-in": toPage("/login", "Sign in"),
  "email-taken": STAY,
  "verification-required": STAY,
  "mfa-required": STAY,
  "already-registered": toPage("/login", "Sign in"),
  "not-registered": toPage("/login", "Sign in"),
};

function toPage(path: `/${string}`, label: string): WayOut {
  return { kind: "page", path, label };
}

function toStep(step: Step, label: string): WayOut {
  return toPage(`/checkout?step=${step}`, label);
}
