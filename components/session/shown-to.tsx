"use client";

import { createContext, useContext, useEffect } from "react";

/** Called with the mark of the customer whom the server has made the page for. */
export const SayShownTo = createContext<(tag: string) => void>(() => undefined);

/**
 * A tab in the background asks for nothing, and a first look can fail: without this, such a tab would not know whom it
 * shows, and would go on showing them when they have signed out in another.
 * @param tag see `ShopperState`
 */
export function ShownTo({ tag }: { tag: string }) {
  const say = useContext(SayShownTo);
  useEffect(() => say(tag), [tag, say]);
  return null;
}
