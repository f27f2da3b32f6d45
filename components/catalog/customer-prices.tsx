"use client";

import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from "react";
import { useCart } from "@/components/cart/store/use-cart";
import { type CustomerPrice, type CustomerPrices, MAX_PRICED_PRODUCTS } from "@/lib/catalog/product";

type CustomerPricesValue = { prices: CustomerPrices; ask: ((handle: string) => void) | null };

const CustomerPricesContext = createContext<CustomerPricesValue>({ prices: {}, ask: null });

/**
 * Provides the prices of a signed-in customer, which may differ from those on static pages. Fetched only for customers
 * in a customer group, in batches for all products on a page.
 */
export function CustomerPricesProvider({ children }: { children: ReactNode }) {
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
    return { prices: {}, ask: createBatchedRequest(market.country, add) };
  }, [asker, market.country]);

  const prices = known.asker === asker && asker ? known.prices : value.prices;
  const context = useMemo(() => ({ prices, ask: value.ask }), [prices, value]);
  return <CustomerPricesContext value={context}>{children}</CustomerPricesContext>;
}

/** The customer's price of a product; undefined if it is the page's, or not known yet. */
export function useCustomerPrice(handle: string): CustomerPrice | undefined {
  const { prices, ask } = useContext(CustomerPricesContext);
  useEffect(() => ask?.(handle), [ask, handle]);
  return prices[handle];
}

/** Batches the requests for the products of a page, each once. */
function createBatchedRequest(
  country: string,
  add: (prices: CustomerPrices) => void,
): (handle: string) => void {
  const asked = new Set<string>();
  let waiting: string[] = [];
  const send = () => {
    const handles = waiting;
    waiting = [];
    for (let start = 0; start < handles.length; start += MAX_PRICED_PRODUCTS)
      void fetchPrices(country, handles.slice(start, start + MAX_PRICED_PRODUCTS)).then(
        (prices) => prices && add(prices),
      );
  };
  return (handle) => {
    if (asked.has(handle)) return;
    asked.add(handle);
    if (waiting.length === 0) setTimeout(send);
    waiting.push(handle);
  };
}

/** Null after an error; the cart has the right price anyway. */
async function fetchPrices(country: string, handles: string[]): Promise<CustomerPrices | null> {
  const query = new URLSearchParams([["country", country], ...handles.map((handle) => ["handle", handle])]);
  try {
    const result = await fetch(`/api/prices?${query}`, { cache: "no-store" });
    return result.ok ? ((await result.json()) as CustomerPrices) : null;
  } catch {
    return null;
  }
}
