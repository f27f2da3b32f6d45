/**
 * The code of every expected error, with its text. Only codes are passed to the browser, so that no message of the
 * backend is ever shown.
 */
export const ERROR_TEXT = {
  invalid: "Please check the fields marked below.",
  refused: "The shop did not take that, and has not said why. Nothing was changed.",
  "unreadable-form": "That form could not be read, so nothing was changed.",
  unavailable: "We cannot reach the shop right now. Nothing is lost; please try again in a moment.",
  outdated: "The shop has been updated since you opened this page. Please reload it.",
  "not-found": "We could not find that.",
  "out-of-stock": "There are not enough of these left.",
  "no-longer-sold": "We no longer sell this here.",
  "not-for-sale": "Something in your cart is no longer for sale. Please remove it to go on.",
  "no-such-variant": "That combination is not available. Please choose another.",
  "choose-options": "Please choose an option first.",
  "cart-empty": "Your cart is empty.",
  "cart-changed": "Your cart has changed since you last looked. Please check it and try again.",
  "already-ordered": "This cart has been ordered already. Its confirmation is in your mailbox.",
  "not-deliverable": "We do not deliver to that country from this shop.",
  "cannot-move":
    "Not everything in your cart is sold in that country. Please choose what happens to it first.",
  "delivery-unavailable": "The delivery you chose is no longer offered. Please choose another one.",
  "payment-unavailable": "The way to pay that you chose is no longer offered. Please choose another one.",
  "promotion-unknown": "That code is not valid, or no longer is.",
  "promotion-ended": "That code has ended.",
  "promotion-used-up": "That code has been used up.",
  "promotion-used": "You have used that code already, and it holds once.",
  "discount-ended": "A discount on your cart has ended or is used up.",
  "payment-failed": "The payment did not go through. You have not been charged.",
  "payment-declined":
    "Your bank has declined the payment. You have not been charged, and your cart is as it was.",
  "payment-insufficient":
    "Your bank says that there is not enough money for this payment. You have not been charged, and your cart is as it was.",
  "payment-pending":
    "Your bank has not decided yet. There is no need to pay again: as soon as it does, your order is made and we write to you.",
  "payment-released": "Your order could not be made, so your payment was given back. You are not charged.",
  "cross-origin": "That form came from another site, so it was not used.",
  "signed-out": "Please sign in to go on.",
  "wrong-credentials": "That e-mail address and password do not belong together.",
  "too-many-attempts": "Too many attempts.",
  "address-book-full":
    "Your address book is full. Please delete an address that you no longer need, then add this one.",
  "no-such-device": "We could not find that device, so nothing was signed out. Please load this page again.",
  "nothing-to-reorder": "Nothing of this order could be added.",
  "reset-link-unusable":
    "That link has been used already, has expired or is not complete. Your password has not changed.",
  "reset-without-sign-in": "Your new password is saved. Please sign in with it.",
  "email-taken": "We could not use that e-mail address. Please try another.",
  "verification-required":
    "Please confirm your e-mail address first: we have sent you a message with a link.",
  "mfa-required": "This account asks for a second step, which this shop cannot take yet. Please write to us.",
  "already-registered": "This address already has an account. Please sign in with it.",
  "not-registered":
    "We could not make an account with that address. If you have one already, please sign in instead.",
} as const;

export type ErrorCode = keyof typeof ERROR_TEXT;

/** Messages by field name, shown beside the fields; "form" is for the form as a whole. */
export type FieldErrors = Record<string, string>;

type AppErrorOptions = ErrorOptions & { fields?: FieldErrors; retryAt?: Date; isRepeated?: boolean };

/** An expected error. Any other error is a bug or an outage, and is logged. */
export class AppError extends Error {
  readonly fields: FieldErrors | undefined;
  /** When to retry, if known. */
  readonly retryAt: Date | undefined;
  /** For a rate limit: not the first refusal of its window. Only the first is written to the audit log. */
  readonly isRepeated: boolean;

  constructor(
    readonly code: ErrorCode,
    { fields, retryAt, isRepeated = false, ...options }: AppErrorOptions = {},
  ) {
    super(code, options);
    this.name = "AppError";
    this.fields = fields;
    this.retryAt = retryAt;
    this.isRepeated = isRepeated;
  }
}

/** `values`: the typed values by field name, without passwords, to refill the form. */
export type Failure = { ok: false; code: ErrorCode; fields?: FieldErrors; values?: Record<string, string> };
export type Result<T = object> = ({ ok: true } & T) | Failure;
