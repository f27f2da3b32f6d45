import type { EndReason } from "@/lib/session/rotation";

const END_TEXT: Record<EndReason, string> = {
  "signed-out": "You have signed out.",
  "signed-out-elsewhere": "You signed this device out from another one.",
  "signed-out-everywhere": "You signed out everywhere from another device.",
  "email-changed": "Your e-mail address has changed, so every device has to sign in again with the new one.",
  "password-changed": "Your password has changed, so every device has to sign in again with the new one.",
  "password-reset": "Your password was set anew, so every device has to sign in again with the new one.",
  refused: "Your session is no longer valid.",
  replayed: "An old copy of your session turned up, so we ended it to be safe.",
  "too-many-devices":
    "You are signed in on more devices than one account can be, so this one, unused the longest, was signed out.",
  idle: "You have not been here for a while, so we signed you out.",
  expired: "Your session has run its full time.",
};

/** The text for an ended session. */
export function getEndText(reason: EndReason): string {
  return `${END_TEXT[reason]} Sign in to go on where you were; your cart is kept.`;
}

/** Whether a stored text is a reason. */
export function isEndReason(text: string | null): text is EndReason {
  return text !== null && Object.hasOwn(END_TEXT, text);
}
