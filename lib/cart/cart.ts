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
  /** Only where more can be ordered than there is: how many can be sent at once. */
  onHand?: number;
  unitPrice: Money;
  originalUnitPrice: Money | null;
  total: Money;
};

export type Address = {
  firstName: string;
  lastName: string;
  company: string;
  address1: string;
  address2: string;
  postalCode: string;
  city: string;
  province: string;
  country: string;
  phone: string;
};

export type Totals = {
  subtotal: Money;
  discount: Money;
  shipping: Money;
  tax: Money;
  total: Money;
  isTaxIncluded: boolean;
};

export type Promotion = { code: string; isAutomatic: boolean; label: string };

/** A shopper's cart as pages and the browser see it: no cart id, no customer id. `count` is the sum of quantities. */
export type Cart = {
  country: string;
  count: number;
  lines: LineItem[];
  totals: Totals;
  promotions: Promotion[];
  email: string;
  shippingAddress: Address | null;
  billingAddress: Address | null;
  delivery: { id: string; name: string; price: Money } | null;
  paymentProviderId: string | null;
  /** Of everything above that an order is for: see cart-checksum. */
  checksum: string;
};

/** What `GET /api/shopper` answers: everything personal that a static page shows. */
export type Shopper = {
  /** `mark` tells two customers of one name apart, and opens nothing. `hasOwnPrices`: they may differ from the page's. */
  customer: { firstName: string; mark: string; hasOwnPrices?: boolean } | null;
  cart: Cart | null;
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
