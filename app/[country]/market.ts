import { notFound } from "next/navigation";
import { findMarket, type Market } from "@/lib/markets";

/** The market of a page's `[country]`; a country we do not sell to has no pages. */
export function requireMarket(country: string): Market {
  return findMarket(country) ?? notFound();
}
