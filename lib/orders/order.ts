import type { LineItem, Totals } from "@/lib/cart/cart";
import type { Address } from "@/lib/address/address";
import type { Promotion } from "@/lib/cart/promotion";
import type { Money } from "@/lib/money";

type OrderLine = Omit<LineItem, "available" | "isForSale" | "variantId">;

/** An order's id, as the backend gives them out: anything else is not worth asking for. */
export const ORDER_ID = /^order_\w{1,50}$/;

/** An order as its owner sees it. `number` is the one people say aloud; `id` is the one in the URL. */
export type Order = {
  id: string;
  number: number;
  placedAt: string;
  email: string;
  lines: OrderLine[];
  totals: Totals;
  promotions: Promotion[];
  shippingAddress: Address | null;
  billingAddress: Address | null;
  /** One for each shipment; none when nothing was shipped. */
  deliveries: { name: string; price: Money }[];
  payment: { providerId: string; label: string; amount: Money } | null;
};
