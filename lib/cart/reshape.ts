import "server-only";
import { reshapeAddress } from "@/lib/address/medusa-address";
import type { BackendCart } from "@/lib/cart/backend-cart";
import type { BackendLine, BackendPromotion } from "@/lib/cart/backend-purchase";
import { getCartChecksum } from "@/lib/cart/cart-checksum";
import { listShipments } from "@/lib/cart/shipments";
import type { Cart, LineItem, Totals } from "@/lib/cart/cart";
import { getOffer, type Promotion } from "@/lib/cart/promotion";
import { mapSums } from "@/lib/cart/totals";
import { formatVariantTitle } from "@/lib/cart/variant-title";
import { DEFAULT_COUNTRY, findMarket, MARKETS, type Country } from "@/lib/markets";
import { type Money, roundMoney } from "@/lib/money";

/** How many of a variant can be bought; null when stock is not counted for it. */
export type Availability = (line: { handle: string; variantId: string }) => number | null;

/** The shop that a cart is in: its address's, or, for a country without a shop of its own, one with the same prices. */
export function readCountry(cart: Pick<BackendCart, "shipping_address" | "currency_code">): Country {
  const inCurrency = MARKETS.find(({ currency }) => currency === cart.currency_code);
  return (
    findMarket(cart.shipping_address?.country_code ?? "")?.country ?? inCurrency?.country ?? DEFAULT_COUNTRY
  );
}

/**
 * A Medusa cart as this shop shows it: without the ids that open it.
 * @param promotions how they stand; null: as the cart itself has them
 */
export function reshapeCart(
  cart: BackendCart,
  getAvailable: Availability,
  promotions: Promotion[] | null,
): Omit<Cart, "reading"> {
  const items = cart.items.toSorted((a, b) => (a.created_at ?? "").localeCompare(b.created_at ?? ""));
  const { totals, lineTotals } = mapSums(cart, items);
  const lines = items.map((item, index) =>
    reshapeLine(item, { totals, total: lineTotals[index] ?? totals.total, getAvailable }),
  );
  return {
    country: readCountry(cart),
    isCountryServed: true,
    count: lines.reduce((sum, line) => sum + line.quantity, 0),
    lines,
    totals,
    promotions: promotions ?? reshapeApplied(cart.promotions, cart.currency_code),
    email: cart.email ?? "",
    shippingAddress: reshapeAddress(cart.shipping_address),
    billingAddress: reshapeAddress(cart.billing_address),
    shipments: listShipments(cart),
    paymentProviderId: cart.payment_collection?.payment_sessions[0]?.provider_id ?? null,
    checksum: getCartChecksum(cart),
  };
}

type LineContext = { totals: Totals; total: Money; getAvailable: Availability };

/** @param total of the line, and `totals` of all lines, as mapSums gives them */
export function reshapeLine(item: BackendLine, { totals, total, getAvailable }: LineContext): LineItem {
  // Beside prices that include tax, the price of a line whose price tag does not is shown with tax as well.
  const isTaxToAdd = totals.isTaxIncluded && !item.is_tax_inclusive && item.subtotal > 0;
  const factor = isTaxToAdd ? item.original_total / item.subtotal : 1;
  const money = (amount: number): Money => roundMoney({ amount: amount * factor, currency: total.currency });
  const handle = item.product_handle ?? "";
  const variantId = item.variant_id ?? "";
  const original = item.compare_at_unit_price;
  return {
    id: item.id,
    variantId,
    handle,
    title: item.product_title ?? item.title ?? "",
    variant: formatVariantTitle(item.variant_title),
    pictureUrl: item.thumbnail ?? null,
    quantity: item.quantity,
    available: getAvailable({ handle, variantId }),
    isForSale: true,
    unitPrice: money(item.unit_price),
    originalUnitPrice: original && original > item.unit_price ? money(original) : null,
    total,
  };
}

/** What a line is called where there is no room for a picture. */
export function nameLine({
  product_title,
  title,
  variant_title,
}: Pick<BackendLine, "product_title" | "title" | "variant_title">): string {
  return [product_title ?? title, formatVariantTitle(variant_title)].filter(Boolean).join(", ");
}

/** Promotions that have an effect. */
export function reshapeApplied(promotions: readonly BackendPromotion[], currency: string): Promotion[] {
  return promotions.map((promotion) => ({
    code: promotion.code,
    name: promotion.code,
    isAutomatic: promotion.is_automatic ?? false,
    offer: getOffer(promotion, currency),
    status: "applied",
    reason: null,
  }));
}
