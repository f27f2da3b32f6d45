import type { ReactNode } from "react";
import type { Customer } from "@/lib/customer/customer";
import { getCustomer } from "@/lib/customer/profile";
import { AppError } from "@/lib/errors";
import { getSession } from "@/lib/session/session";
import type { EndReason } from "@/lib/session/rotation";

type Entry =
  | { status: "signed-in"; page: ReactNode }
  /** `ended`: why the session ended, if it did. */
  | { status: "signed-out"; ended: EndReason | null }
  | { status: "unavailable" };

/** Renders an account page for a signed-in customer; otherwise the reason. An outage never counts as signed out. */
export async function renderForCustomer(render: (customer: Customer) => Promise<ReactNode>): Promise<Entry> {
  const state = await getSession();
  if (state.status === "unavailable") return { status: "unavailable" };
  if (state.status === "guest") return { status: "signed-out", ended: null };
  if (state.status === "ended") return { status: "signed-out", ended: state.reason };
  try {
    return { status: "signed-in", page: await render(await getCustomer()) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "signed-out") return { status: "signed-out", ended: "refused" };
    if (error.code === "unavailable") return { status: "unavailable" };
    throw error;
  }
}
