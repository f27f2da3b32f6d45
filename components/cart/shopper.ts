"use client";

import { listCookies } from "@/components/browser-storage";
import type { ShopperState } from "@/lib/customer/shopper-state";

const NOBODY: ShopperState = { customer: null, cart: null };

/** Asks who is here. Null when the shop cannot say just now: what is shown stays as it is. */
export async function fetchShopper(): Promise<ShopperState | null> {
  if (!hasHint()) return NOBODY;
  try {
    const answer = await fetch("/api/shopper", { cache: "no-store" });
    return answer.ok ? ((await answer.json()) as ShopperState) : null;
  } catch {
    return null;
  }
}

/** A first visit asks nothing: this cookie, which holds no data, says whether there is something to ask for. */
function hasHint(): boolean {
  return listCookies()?.includes("shopper=1") ?? true;
}
