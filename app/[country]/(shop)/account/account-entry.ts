import type { ReactNode } from "react";
import type { Customer } from "@/lib/customer/customer";
import { getCustomer } from "@/lib/customer/profile";
import { AppError } from "@/lib/errors";
import { getSession } from "@/lib/session";
import type { EndReason } from "@/lib/session/rotation";

type Entry =
  | { status: "signed-in"; page: ReactNode }
  | { status: "signed-out"; reason: string }
  | { status: "unavailable" };

/** Why somebody who was signed in is asked to do so again. */
const END_TEXT: Record<EndReason, string> = {
  "signed-out": "You have signed out. Sign in to go on.",
  "signed-out-elsewhere": "You signed this device out from another one. Sign in to go on where you were.",
  "signed-out-everywhere": "You signed out everywhere from another device. Sign in to go on where you were.",
  "password-reset":
    "Your password was set anew by e-mail, so every device has to sign in again with the new one.",
  "email-changed": "Your e-mail address has changed, so every device has to sign in again with the new one.",
  "password-changed": "Your password has changed, so every device has to sign in again with the new one.",
  refused: "Your session is no longer valid. Sign in to go on where you were.",
  replayed:
    "An old copy of your session turned up, so we ended it to be safe. Sign in to go on where you were.",
  idle: "You have not been here for a while, so we signed you out. Sign in to go on where you were.",
  expired: "Your session has run its full time. Sign in to go on where you were.",
};

const WELCOME = "Sign in for your orders, your addresses and the cart you left.";

/** A page of the account, or why there is none to show. An outage is never taken for a sign-out. */
export async function readEntry(render: (customer: Customer) => Promise<ReactNode>): Promise<Entry> {
  const state = await getSession();
  if (state.status === "unavailable") return { status: "unavailable" };
  if (state.status === "guest") return { status: "signed-out", reason: WELCOME };
  if (state.status === "ended") return { status: "signed-out", reason: END_TEXT[state.reason] };
  try {
    return { status: "signed-in", page: await render(await getCustomer()) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "signed-out") return { status: "signed-out", reason: END_TEXT.refused };
    if (error.code === "unavailable") return { status: "unavailable" };
    throw error;
  }
}
