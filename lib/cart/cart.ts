import type { Address } from "@/lib/address/address";
import type { Promotion } from "@/lib/cart/promotion";
import type { Money } from "@/lib/money";

/** A line of the cart. `id` is only valid together with the cart's own id, so it is not a secret. */
export type LineItem = {
  id: string;
  variantId: string;
  handle: string;
  title: string;
  variant: string;
  pictureUrl: string | null;
  quantity: number;
  available: number | null;
  /** False if the variant is deleted, unpublished or without a price: it can only be removed. */
  isForSale: boolean;
  /** Only for variants with backorder: how many can be shipped at once. */
  onHand?: number;
  unitPrice: Money;
  originalUnitPrice: Money | null;
  total: Money;
};

/** Rounded so that they add up as displayed: see totals.ts. If `isTaxIncluded`, the other amounts contain `tax`. */
export type Totals = {
  subtotal: Money;
  discount: Money;
  shipping: Money;
  tax: Money;
  /** Credit lines, which reduce the total. */
  credit: Money;
  total: Money;
  isTaxIncluded: boolean;
};

/** A line that is not sold in another country. */
export type UnavailableLine = Pick<LineItem, "id" | "title">;

/** A chosen delivery. `id`: the shipping option's. */
export type Delivery = { id: string; name: string; price: Money };

/** The items of one shipping profile, which are delivered together. `delivery` is null until one is chosen. */
export type Shipment = { profileId: string; titles: string[]; delivery: Delivery | null };

/**
 * When a cart was read: between `from` (the arrival of the request) and `to`, in ms since the epoch by the clock of the
 * process that read it. `clock` identifies that process.
 */
export type ReadTime = { clock: number; from: number; to: number };

/** A cart for pages and the browser, without cart id and customer id. `count`: the sum of the quantities. */
export type Cart = {
  country: string;
  /** False if the shop no longer sells to the country: the cart has to be moved to another one. */
  isCountryServed: boolean;
  count: number;
  lines: LineItem[];
  totals: Totals;
  promotions: Promotion[];
  email: string;
  shippingAddress: Address | null;
  billingAddress: Address | null;
  /** Empty if nothing in the cart is shipped. */
  shipments: Shipment[];
  paymentProviderId: string | null;
  /** Of everything that an order depends on: see cart-checksum. */
  checksum: string;
  readTime: ReadTime;
};

/** The largest quantity of a line. */
export const MAX_LINE_QUANTITY = 99;

/** The largest quantity of a line, given its stock. @param available null if the stock is not counted */
export function getLineLimit(available: number | null | undefined): number {
  return Math.min(available ?? MAX_LINE_QUANTITY, MAX_LINE_QUANTITY);
}

/** Medusa's titles for the only variant of a product without options. */
const NO_CHOICE = /^(?:one size|default(?: variant| option value| title)?)$/i;

/** Formats a variant's title: "Ink, M" for Medusa's "Ink / M", "" for a product without options. */
export function formatVariantTitle(title: string | null | undefined): string {
  return (title ?? "")
    .split(" / ")
    .map((value) => value.trim())
    .filter((value) => value !== "" && !NO_CHOICE.test(value))
    .join(", ");
}
