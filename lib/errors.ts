/**
 * Every expected failure of the shop. A code is what crosses to the browser; texts are chosen there (`errorText`),
 * so that nothing the backend says about a customer or a cart is ever echoed.
 */
export const ERROR_TEXT = {
  invalid: "Please check the fields marked below.",
  refused: "The shop did not take that, and has not said why. Nothing was changed.",
  "unreadable-form": "That form could not be read, so nothing was changed.",
  unavailable: "The shop's back room is not answering. Nothing is lost; please try again in a moment.",
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
  "cross-origin": "That form came from another site, so it was not used.",
  "signed-out": "Please sign in to go on.",
  "wrong-credentials": "That e-mail address and password do not belong together.",
  "too-many-attempts": "Too many attempts.",
  "address-book-full":
    "Your address book is full. Please delete an address that you no longer need, then add this one.",
  "no-such-device": "We could not find that device, so nothing was signed out. Please load this page again.",
  "nothing-to-reorder": "Nothing of this order could be added.",
  "reset-link-unusable":
    "That link has been used already, has run out, or is not complete. Your password is as it was.",
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

/** Field name → message, for forms: shown beside the field, focus goes to the first. "form" is the form as a whole. */
export type FieldErrors = Record<string, string>;

type AppErrorOptions = ErrorOptions & { fields?: FieldErrors; retryAt?: Date; isRepeated?: boolean };

/** An expected failure. Anything else that is thrown is a bug or an outage, and is logged as one. */
export class AppError extends Error {
  readonly fields: FieldErrors | undefined;
  /** When trying again may help, if that is known. */
  readonly retryAt: Date | undefined;
  /** A rate limit's refusal that is not the first of its window: the log has the first. */
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

/** `values` is what was typed, so that a form which comes back has lost nothing; passwords are never in it. */
export type Failure = { ok: false; code: ErrorCode; fields?: FieldErrors; values?: Record<string, string> };
export type Result<T = object> = ({ ok: true } & T) | Failure;
