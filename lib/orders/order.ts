import type { LineItem, Totals } from "@/lib/cart/cart";
import type { Address } from "@/lib/address/address";
import type { Promotion } from "@/lib/cart/promotion";
import type { Money } from "@/lib/money";

/** `returned`, `returning`: how many of it came back, or are expected back. */
export type OrderLine = Omit<LineItem, "available" | "isForSale" | "variantId"> & {
  returned: number;
  returning: number;
};

/** The format of Medusa's order ids; nothing else is requested. */
export const ORDER_ID = /^order_\w{1,50}$/;

/** How far an order or a parcel has come. */
export type OrderStage = "ordered" | "packed" | "shipped" | "delivered";

/** `stage`: the furthest that any item has come; `isWhole`: whether all items have. Counts are of items. */
export type OrderStatus = {
  stage: OrderStage;
  isWhole: boolean;
  isCancelled: boolean;
  needsPayment: boolean;
  count: number;
  returned: number;
  returning: number;
  /** Null if nothing was refunded. */
  refunded: Money | null;
};

/** A shipment's number at its carrier, with the carrier's page about it. */
export type Tracking = { number: string; url: string | null };

/** What is packed together. `at`: when it came to its stage. */
export type Parcel = {
  id: string;
  stage: Exclude<OrderStage, "ordered">;
  at: string;
  contents: { title: string; quantity: number }[];
  trackings: Tracking[];
};

/** An order for its owner. `number`: the order number that is shown; `id`: the id in URLs. */
export type Order = {
  id: string;
  number: number;
  placedAt: string;
  email: string;
  status: OrderStatus;
  parcels: Parcel[];
  lines: OrderLine[];
  /** Of the order as it was placed, or as the shop has edited it since: before returns and refunds. */
  totals: Totals;
  /** What an edit has added and no payment covers yet; what a return or an edit has freed and was not refunded yet. */
  balance: { toPay: Money | null; toRefund: Money | null };
  promotions: Promotion[];
  shippingAddress: Address | null;
  billingAddress: Address | null;
  /** One for each shipment; empty if nothing was shipped. */
  deliveries: { name: string; price: Money }[];
  /** `amount`: what is paid or will be; null if it was cancelled. */
  payment: { providerId: string; label: string; amount: Money | null } | null;
};

/** An order in a list. */
export type OrderSummary = {
  id: string;
  number: number;
  placedAt: string;
  count: number;
  total: Money;
  status: OrderStatus;
  pictures: { url: string; title: string }[];
  /** The ordered products, each once. */
  products: { title: string; quantity: number }[];
};

export type OrderPage = { orders: OrderSummary[]; page: number; pageCount: number; total: number };
