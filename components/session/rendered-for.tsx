"use client";

import { createContext, useContext, useEffect } from "react";

/** Called with the tag of the customer for whom the server has rendered the page. */
export const RenderedForContext = createContext<(tag: string) => void>(() => undefined);

/**
 * Reports for which customer the page was rendered. A background tab fetches nothing, so without this it would not notice
 * that the customer has signed out in another tab.
 * @param tag see `ShopperState`
 */
export function RenderedFor({ tag }: { tag: string }) {
  const report = useContext(RenderedForContext);
  useEffect(() => report(tag), [tag, report]);
  return null;
}
