"use client";

import { listCookies } from "@/components/browser-storage";
import type { ShopperState } from "@/lib/customer/shopper-state";

const NOBODY: ShopperState = { customer: null, cart: null };

/** Fetches the shopper's state; null after an error, then the page stays as it is. */
export async function fetchShopperState(): Promise<ShopperState | null> {
  if (!hasHint()) return NOBODY;
  try {
    const result = await fetch("/api/shopper", { cache: "no-store" });
    return result.ok ? ((await result.json()) as ShopperState) : null;
  } catch {
    return null;
  }
}

/** Whether the state hint cookie is set. Without it there is nothing to fetch. */
function hasHint(): boolean {
  return listCookies()?.includes("shopper=1") ?? true;
}
