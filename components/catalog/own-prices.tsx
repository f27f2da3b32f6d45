"use client";

import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from "react";
import { useCart } from "@/components/cart/context";
import type { CustomerPrice, CustomerPrices } from "@/lib/catalog/product";

/** What the route takes at once. */
const BATCH = 24;

type OwnPricesValue = { prices: CustomerPrices; ask: ((handle: string) => void) | null };

const OwnPricesContext = createContext<OwnPricesValue>({ prices: {}, ask: null });

/**
 * What a signed-in shopper pays where that may differ from what pages say, which are the same for everybody. Only
 * shoppers whose account is in a group of customers ask, once for all products on a page.
 */
export function OwnPricesProvider({ children }: { children: ReactNode }) {
  const { customer, market } = useCart();
  const asker = customer?.hasCustomerPrices ? customer.tag : null;
  const [known, setKnown] = useState<{ asker: string | null; prices: CustomerPrices }>({ asker, prices: {} });

  const value = useMemo(() => {
    if (!asker) return { prices: {}, ask: null };
    const add = (prices: CustomerPrices) =>
      setKnown((before) => ({
        asker,
        prices: before.asker === asker ? { ...before.prices, ...prices } : prices,
      }));
    return { prices: {}, ask: createAsk(market.country, add) };
  }, [asker, market.country]);

  const prices = known.asker === asker && asker ? known.prices : value.prices;
  const context = useMemo(() => ({ prices, ask: value.ask }), [prices, value]);
  return <OwnPricesContext value={context}>{children}</OwnPricesContext>;
}

/** What the shopper pays for a product, if that may not be what its page says, and once it is known. */
export function useOwnPrice(handle: string): CustomerPrice | undefined {
  const { prices, ask } = useContext(OwnPricesContext);
  useEffect(() => ask?.(handle), [ask, handle]);
  return prices[handle];
}

/** Collects what the products of one page ask for, each once, into as few requests as there can be. */
function createAsk(country: string, add: (prices: CustomerPrices) => void): (handle: string) => void {
  const asked = new Set<string>();
  let waiting: string[] = [];
  const send = () => {
    const handles = waiting;
    waiting = [];
    for (let start = 0; start < handles.length; start += BATCH)
      void fetchPrices(country, handles.slice(start, start + BATCH)).then((prices) => prices && add(prices));
  };
  return (handle) => {
    if (asked.has(handle)) return;
    asked.add(handle);
    if (waiting.length === 0) setTimeout(send);
    waiting.push(handle);
  };
}

/** Null when the shop cannot say just now: the cart will. */
async function fetchPrices(country: string, handles: string[]): Promise<CustomerPrices | null> {
  const query = new URLSearchParams([["country", country], ...handles.map((handle) => ["handle", handle])]);
  try {
    const answer = await fetch(`/api/prices?${query}`, { cache: "no-store" });
    return answer.ok ? ((await answer.json()) as CustomerPrices) : null;
  } catch {
    return null;
  }
}
