import type { StoreCart, StoreCartLineItem } from "@medusajs/types";
import { getCartChecksum } from "@/lib/cart/cart-checksum";
import type { Address, Cart, LineItem, Promotion, Totals } from "@/lib/cart/cart";
import { DEFAULT_COUNTRY, findMarket, type Country } from "@/lib/market";
import { formatMoney, type Money } from "@/lib/money";

/** What lines of carts and of orders share; the SDK's types leave `is_tax_inclusive` out. */
type LineSource = Pick<
  StoreCartLineItem,
  "id" | "title" | "quantity" | "unit_price" | "subtotal" | "original_total"
> & {
  [key in "variant_id" | "product_handle" | "product_title" | "variant_title" | "thumbnail"]?: string | null;
} & { compare_at_unit_price?: number | null; is_tax_inclusive?: boolean };

/** How many of a variant can be bought; null when stock is not counted for it. */
export type Availability = (line: { handle: string; variantId: string }) => number | null;

/** The country that a cart's prices and taxes are for. */
export function readCountry(cart: StoreCart): Country {
  return findMarket(cart.shipping_address?.country_code ?? "")?.country ?? DEFAULT_COUNTRY;
}

/** A Medusa cart as this shop shows it: without the ids that open it. */
export function reshapeCart(cart: StoreCart, getAvailable: Availability): Omit<Cart, "reading"> {
  const items: LineSource[] = cart.items ?? [];
  const lines = (cart.items ?? [])
    .toSorted((a, b) => String(a.created_at).localeCompare(String(b.created_at)))
    .map((item) => reshapeLine(item, cart.currency_code, getAvailable));
  const [method] = cart.shipping_methods ?? [];
  return {
    country: readCountry(cart),
    count: lines.reduce((sum, line) => sum + line.quantity, 0),
    lines,
    totals: reshapeTotals(cart, items),
    promotions: (cart.promotions ?? []).map((promotion) => reshapePromotion(promotion, cart.currency_code)),
    email: cart.email ?? "",
    shippingAddress: reshapeAddress(cart.shipping_address),
    billingAddress: reshapeAddress(cart.billing_address),
    delivery: method
      ? {
          id: method.shipping_option_id ?? "",
          name: method.name,
          price: { amount: method.amount, currency: cart.currency_code },
        }
      : null,
    paymentProviderId: cart.payment_collection?.payment_sessions?.[0]?.provider_id ?? null,
    checksum: getCartChecksum(cart),
  };
}

export function reshapeLine(item: LineSource, currency: string, getAvailable: Availability): LineItem {
  const money = (amount: number): Money => ({ amount, currency });
  const handle = item.product_handle ?? "";
  const variantId = item.variant_id ?? "";
  const original = item.compare_at_unit_price;
  return {
    id: item.id,
    variantId,
    handle,
    title: item.product_title ?? item.title,
    variant: item.variant_title ?? "",
    pictureUrl: item.thumbnail ?? null,
    quantity: item.quantity,
    available: getAvailable({ handle, variantId }),
    unitPrice: money(item.unit_price),
    originalUnitPrice: original && original > item.unit_price ? money(original) : null,
    total: money((item.is_tax_inclusive ? item.original_total : item.subtotal) ?? 0),
  };
}

/** What a line is called where there is no room for a picture. */
export function nameLine({
  product_title,
  title,
  variant_title,
}: Pick<LineSource, "product_title" | "title" | "variant_title">): string {
  return [product_title ?? title, variant_title].filter(Boolean).join(", ");
}

/** Amounts that carts and orders share; the SDK's types leave `discount_subtotal` out. */
type TotalsSource = { currency_code: string } & Pick<
  StoreCart,
  | "item_subtotal"
  | "original_item_total"
  | "discount_total"
  | "original_shipping_total"
  | "shipping_subtotal"
  | "tax_total"
  | "total"
> & { discount_subtotal?: number };

/**
 * Totals that add up as that country writes them. With tax in the prices, everything includes it and the tax line
 * says how much of the total it is; without, everything excludes it and tax is a line of the sum.
 */
export function reshapeTotals(source: TotalsSource, items: readonly LineSource[]): Totals {
  const money = (amount: number | undefined): Money => ({
    amount: amount ?? 0,
    currency: source.currency_code,
  });
  const isTaxIncluded = items.length > 0 && items.every((item) => item.is_tax_inclusive);
  return {
    subtotal: money(isTaxIncluded ? source.original_item_total : source.item_subtotal),
    discount: money(isTaxIncluded ? source.discount_total : source.discount_subtotal),
    shipping: money(isTaxIncluded ? source.original_shipping_total : source.shipping_subtotal),
    tax: money(source.tax_total),
    total: money(source.total),
    isTaxIncluded,
  };
}

type PromotionSource = {
  code?: string;
  is_automatic?: boolean;
  application_method?: { type: "fixed" | "percentage"; value: string | number };
};

export function reshapePromotion(promotion: PromotionSource, currency: string): Promotion {
  const { value, type } = promotion.application_method ?? { value: 0, type: "fixed" };
  const amount = Number(value ?? 0);
  const label = type === "percentage" ? `${amount}%` : formatMoney({ amount, currency }, "en");
  return { code: promotion.code ?? "", isAutomatic: promotion.is_automatic ?? false, label };
}

type AddressField =
  | "first_name"
  | "last_name"
  | "company"
  | "address_1"
  | "address_2"
  | "postal_code"
  | "city"
  | "province"
  | "country_code"
  | "phone";

type AddressSource = { [field in AddressField]?: string | null };

/** Null for an address that only names a country: the one a cart is made with, so that taxes can be shown. */
export function reshapeAddress(address: AddressSource | null | undefined): Address | null {
  if (!address?.address_1) return null;
  return {
    firstName: address.first_name ?? "",
    lastName: address.last_name ?? "",
    company: address.company ?? "",
    address1: address.address_1,
    address2: address.address_2 ?? "",
    postalCode: address.postal_code ?? "",
    city: address.city ?? "",
    province: address.province ?? "",
    country: address.country_code ?? "",
    phone: address.phone ?? "",
  };
}
