import type { Address } from "@/lib/address/address";
import type { Promotion } from "@/lib/cart/promotion";
import type { Money } from "@/lib/money";
import type { EndReason } from "@/lib/session/rotation";

/** One line of the cart. `id` names the line within its own cart only and opens nothing by itself. */
export type LineItem = {
  id: string;
  variantId: string;
  handle: string;
  title: string;
  variant: string;
  pictureUrl: string | null;
  quantity: number;
  available: number | null;
  /** False once it is deleted, withdrawn or without a price there: it can only be removed. */
  isForSale: boolean;
  /** Only where more can be ordered than there is: how many can be sent at once. */
  onHand?: number;
  unitPrice: Money;
  originalUnitPrice: Money | null;
  total: Money;
};

/** Rounded so that they add up as they are written: see totals.ts. `tax` is in the others if `isTaxIncluded`. */
export type Totals = {
  subtotal: Money;
  discount: Money;
  shipping: Money;
  tax: Money;
  /** What the shop has given the shopper credit for, and so is not to be paid. */
  credit: Money;
  total: Money;
  isTaxIncluded: boolean;
};

/** A line that cannot come along to another country. */
export type LeftLine = Pick<LineItem, "id" | "title">;

/** One way of delivery that is chosen. `id` is the backend's shipping option. */
export type Delivery = { id: string; name: string; price: Money };

/** Things that are delivered together: those of one shipping profile. `delivery` is null until one is chosen. */
export type Shipment = { profileId: string; titles: string[]; delivery: Delivery | null };

/**
 * When a cart was read: not before `from`, when its request arrived, and not after `to`, in milliseconds since the epoch
 * by the clock of the process that read it. `clock` names that process.
 */
export type Reading = { clock: number; from: number; to: number };

/** A shopper's cart as pages and the browser see it: no cart id, no customer id. `count` is the sum of quantities. */
export type Cart = {
  country: string;
  /** False once the shop has stopped selling to that country: the cart has to move to another one. */
  isCountryServed: boolean;
  count: number;
  lines: LineItem[];
  totals: Totals;
  promotions: Promotion[];
  email: string;
  shippingAddress: Address | null;
  billingAddress: Address | null;
  /** None when nothing in the cart is shipped. */
  shipments: Shipment[];
  paymentProviderId: string | null;
  /** Of everything above that an order is for: see cart-checksum. */
  checksum: string;
  reading: Reading;
};

/** What `GET /api/shopper` answers: everything personal that a static page shows. */
export type Shopper = {
  /** `mark` tells two customers of one name apart, and opens nothing. `hasOwnPrices`: they may differ from the page's. */
  customer: { firstName: string; mark: string; hasOwnPrices?: boolean } | null;
  cart: Cart | null;
  /** When this was read; a browser that had nothing to ask for has none. */
  reading?: Reading;
  /** Why the session that this browser still had a ticket for is over. Said once. */
  ended?: EndReason;
  /** What did not get into the cart, when a guest's joined it or an order was repeated. Said once. */
  notice?: string;
};

/** The largest quantity of one line that a form offers or an action takes. */
export const MAX_LINE_QUANTITY = 99;

/** How many of one thing a cart may hold. @param available null when its stock is not counted */
export function getLineLimit(available: number | null | undefined): number {
  return Math.min(available ?? MAX_LINE_QUANTITY, MAX_LINE_QUANTITY);
}
