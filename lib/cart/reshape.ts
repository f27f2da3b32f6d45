import "server-only";
import { reshapeAddress } from "@/lib/address/medusa-address";
import type { BackendCart } from "@/lib/cart/backend-cart";
import type { BackendLine, BackendPromotion } from "@/lib/cart/backend-purchase";
import { getCartChecksum } from "@/lib/cart/cart-checksum";
import { listShipments } from "@/lib/cart/shipments";
import { type Cart, formatVariantTitle, type LineItem, type Totals } from "@/lib/cart/cart";
import { getOffer, type Promotion } from "@/lib/cart/promotion";
import { calculateTotals } from "@/lib/cart/totals";
import { DEFAULT_COUNTRY, findMarket, MARKETS, type Country } from "@/lib/markets";
import { type Money, roundMoney } from "@/lib/money";

/** Looks up how many of a variant can be bought; null if its stock is not counted. */
export type GetAvailable = (line: { handle: string; variantId: string }) => number | null;

/** The market of a cart: its address's country, or, if that is not a market, one with the same currency. */
export function getCartCountry(cart: Pick<BackendCart, "shipping_address" | "currency_code">): Country {
  const inCurrency = MARKETS.find(({ currency }) => currency === cart.currency_code);
  return (
    findMarket(cart.shipping_address?.country_code ?? "")?.country ?? inCurrency?.country ?? DEFAULT_COUNTRY
  );
}

/**
 * Maps a Medusa cart, leaving out its id and the customer's.
 * @param promotions their refreshed state; null to use the cart's own promotions
 */
export function reshapeCart(
  cart: BackendCart,
  getAvailable: GetAvailable,
  promotions: Promotion[] | null,
): Omit<Cart, "readTime"> {
  const items = cart.items.toSorted((a, b) => (a.created_at ?? "").localeCompare(b.created_at ?? ""));
  const { totals, lineTotals } = calculateTotals(cart, items);
  const lines = items.map((item, index) =>
    reshapeLine(item, { totals, total: lineTotals[index] ?? totals.total, getAvailable }),
  );
  return {
    country: getCartCountry(cart),
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

type LineContext = { totals: Totals; total: Money; getAvailable: GetAvailable };

/** Maps a line. `total` is the line's, `totals` the cart's: see `calculateTotals`. */
export function reshapeLine(item: BackendLine, { totals, total, getAvailable }: LineContext): LineItem {
  // If any price in the cart includes tax, prices that do not are shown with tax too.
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

/** The title of a line with its variant, for messages. */
export function formatLineTitle({
  product_title,
  title,
  variant_title,
}: Pick<BackendLine, "product_title" | "title" | "variant_title">): string {
  return [product_title ?? title, formatVariantTitle(variant_title)].filter(Boolean).join(", ");
}

/** Maps the promotions in effect. */
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
