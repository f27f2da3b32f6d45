import "server-only";
import { notFound } from "next/navigation";
import { findMarket, type Market } from "@/lib/markets";

/** The market of a page's `[country]` parameter. Responds with the not-found page for any other country. */
export function requireMarket(country: string): Market {
  return findMarket(country) ?? notFound();
}
