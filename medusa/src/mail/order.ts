/** What an order confirmation needs to know of an order; the names are Medusa's. */
export interface MailOrder {
  display_id: number;
  email: string;
  currency_code: string;
  items: {
    product_title: string;
    variant_title: string | null;
    quantity: number;
    is_tax_inclusive: boolean;
    subtotal: number;
    original_total: number;
  }[];
  shipping_methods: { name: string }[];
  shipping_address: MailAddress | null;
  item_subtotal: number;
  original_item_total: number;
  shipping_subtotal: number;
  original_shipping_total: number;
  discount_subtotal: number;
  discount_total: number;
  tax_total: number;
  total: number;
}

export interface MailAddress {
  first_name: string | null;
  last_name: string | null;
  company: string | null;
  address_1: string | null;
  address_2: string | null;
  city: string | null;
  province: string | null;
  postal_code: string | null;
  country_code: string | null;
}

/** The fields to ask Medusa for, to fill a `MailOrder`. */
export const MAIL_ORDER_FIELDS = [
  "display_id",
  "email",
  "currency_code",
  "items.*",
  "shipping_methods.name",
  "shipping_address.*",
  "item_subtotal",
  "original_item_total",
  "shipping_subtotal",
  "original_shipping_total",
  "discount_subtotal",
  "discount_total",
  "tax_total",
  "total",
];
