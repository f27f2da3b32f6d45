import type { Step } from "@/lib/checkout/steps";
import type { ErrorCode } from "@/lib/errors";

/**
 * What a shopper can do about an error:
 * - `stay`: the message says what to change on this page
 * - `retry`: try the same again, at once or later
 * - `reload`: the page is outdated; reload it
 * - `page`: go to another page. `path` is below the country; `label` is the link's text
 */
export type Recovery =
  { kind: "stay" | "retry" | "reload" } | { kind: "page"; path: `/${string}`; label: string };

const STAY: Recovery = { kind: "stay" };
const RETRY: Recovery = { kind: "retry" };
const RELOAD: Recovery = { kind: "reload" };

const CART = toPage("/cart", "Go to your cart");
const SHOP = toPage("/store", "Look around the shop");

/** The recovery from every error of the shop. */
export const RECOVERIES: Record<ErrorCode, Recovery> = {
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
  "payment-declined": toStep("payment", "Choose a way to pay"),
  "payment-insufficient": toStep("payment", "Choose a way to pay"),
  "payment-pending": RETRY,
  "payment-released": CART,
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

function toPage(path: `/${string}`, label: string): Recovery {
  return { kind: "page", path, label };
}

function toStep(step: Step, label: string): Recovery {
  return toPage(`/checkout?step=${step}`, label);
}
