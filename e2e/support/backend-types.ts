/** Entities as the admin API returns them; only the fields that specs use. */

export type StoredOrder = {
  id: string;
  display_id: number;
  email: string;
  currency_code: string;
  total: number;
  item_subtotal: number;
  original_item_total: number;
  shipping_total: number;
  tax_total: number;
  discount_total: number;
  items: { product_handle: string; variant_title: string; quantity: number; unit_price: number }[];
  shipping_address: Record<string, string | null>;
  billing_address: Record<string, string | null>;
  shipping_methods: { name: string }[];
  sales_channel: { name: string };
  customer_id: string | null;
  /** Medusa stores guests as customers without an account. */
  customer: { id: string; email: string; has_account: boolean } | null;
};

export type StoredCustomer = {
  id: string;
  email: string;
  has_account: boolean;
  first_name: string;
  last_name: string;
  phone: string | null;
  addresses: ({ id: string; is_default_shipping: boolean } & Record<string, unknown>)[];
};
