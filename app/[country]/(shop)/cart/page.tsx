import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requireMarket } from "../../market";
import { CartView } from "./cart-view";
import { Outage } from "@/components/cart/outage";
import { orUnavailable } from "@/components/cart/unavailable";
import { getCart } from "@/lib/cart/current";
import { findMarket } from "@/lib/market";

export const instant = false;

export const metadata: Metadata = { title: "Your cart", robots: { index: false } };

type CartPageProps = { params: Promise<{ country: string }> };

export default async function CartPage({ params }: CartPageProps) {
  const market = requireMarket((await params).country);
  const path = `/${market.country}/cart`;
  const cart = await orUnavailable(getCart());
  if (cart === "unavailable") return <Outage title="We cannot fetch your cart" retryHref={path} />;
  // A cart has the prices of one currency: it is shown where they hold.
  if (cart && findMarket(cart.country)?.currency !== market.currency) redirect(`/${cart.country}/cart`);
  return <CartView initial={cart} />;
}
