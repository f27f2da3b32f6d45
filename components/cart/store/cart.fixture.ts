import type { Cart, LineItem } from "@/lib/cart/cart";

const dollars = (amount: number) => ({ amount, currency: "usd" });

/** A line for tests: one scarf by default. */
export function makeLine(own: Partial<LineItem> = {}): LineItem {
  return {
    id: "cali_1",
    variantId: "variant_1",
    handle: "attendants-scarf",
    title: "The Attendant's Scarf",
    variant: "",
    pictureUrl: null,
    quantity: 1,
    available: null,
    isForSale: true,
    unitPrice: dollars(100),
    originalUnitPrice: null,
    total: dollars(100),
    ...own,
  };
}

/** A cart for tests with the given lines. */
export function makeCart(lines: LineItem[], own: Partial<Cart> = {}): Cart {
  const subtotal = dollars(lines.reduce((sum, line) => sum + line.total.amount, 0));
  return {
    country: "us",
    isCountryServed: true,
    count: lines.reduce((sum, line) => sum + line.quantity, 0),
    lines,
    totals: {
      subtotal,
      discount: dollars(0),
      shipping: dollars(0),
      tax: dollars(0),
      credit: dollars(0),
      total: subtotal,
      isTaxIncluded: false,
    },
    promotions: [],
    email: "",
    shippingAddress: null,
    billingAddress: null,
    shipments: [],
    paymentProviderId: null,
    checksum: "",
    readTime: { clock: 1, from: 0, to: 0 },
    ...own,
  };
}
