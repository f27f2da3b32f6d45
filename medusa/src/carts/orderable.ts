import type { ConfirmVariantInventoryWorkflowInputDTO, MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { confirmVariantInventoryWorkflow } from "@medusajs/medusa/core-flows";
import { requireChecksum, type ChecksumCart } from "./checksum";
import { requireCountryInRegion } from "./countries";
import { requireValidDiscounts, type DiscountedCart } from "./discounts";
import { getSalesContext, requireForSale } from "./for-sale";
import { requireOfferedShippingOptions, type ShippingCart } from "./shipping-options";

type Item = ConfirmVariantInventoryWorkflowInputDTO["items"][number];
type Variant = ConfirmVariantInventoryWorkflowInputDTO["variants"][number];

/** Medusa's cart with all that an order depends on. */
export type OrderableCart = ShippingCart &
  Omit<DiscountedCart, "items" | "shipping_methods"> &
  Omit<ChecksumCart, "items" | "shipping_address" | "shipping_methods" | "payment_collection"> &
  Pick<ConfirmVariantInventoryWorkflowInputDTO, "sales_channel_id"> & {
    total?: unknown;
    completed_at?: unknown;
    metadata?: Record<string, unknown> | null;
    items: (Item & { variant: Variant })[];
    payment_collection?: {
      id: string;
      payment_sessions?: (PaymentSession | null)[] | null;
    } | null;
  };

export interface PaymentSession {
  id: string;
  provider_id: string;
  amount?: unknown;
  status?: string;
}

const STOCK_FIELDS = [
  "manage_inventory",
  "allow_backorder",
  "inventory_items.inventory_item_id",
  "inventory_items.required_quantity",
  "inventory_items.inventory.location_levels.stocked_quantity",
  "inventory_items.inventory.location_levels.reserved_quantity",
  "inventory_items.inventory.location_levels.raw_stocked_quantity",
  "inventory_items.inventory.location_levels.raw_reserved_quantity",
  "inventory_items.inventory.location_levels.location_id",
  "inventory_items.inventory.location_levels.stock_locations.id",
  "inventory_items.inventory.location_levels.stock_locations.name",
  "inventory_items.inventory.location_levels.stock_locations.sales_channels.id",
  "inventory_items.inventory.location_levels.stock_locations.sales_channels.name",
];

const ORDERABLE_FIELDS = [
  "id",
  "email",
  "currency_code",
  "total",
  "completed_at",
  "metadata",
  "region_id",
  "sales_channel_id",
  "customer.*",
  "items.*",
  "items.adjustments.*",
  "items.tax_lines.*",
  "items.variant.id",
  ...STOCK_FIELDS.map((field) => `items.variant.${field}`),
  "shipping_address.*",
  "billing_address.*",
  "credit_lines.*",
  "shipping_methods.*",
  "shipping_methods.adjustments.*",
  "shipping_methods.tax_lines.*",
  "payment_collection.id",
  "payment_collection.payment_sessions.*",
];

/** Reads a cart with all that an order depends on; null if there is none. */
export async function findOrderableCart(
  container: MedusaContainer,
  id: string,
): Promise<OrderableCart | null> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "cart",
    fields: ORDERABLE_FIELDS,
    filters: { id },
  });
  return (data[0] as unknown as OrderableCart | undefined) ?? null;
}

/**
 * Requires that a cart can be ordered at this moment and is the one that was agreed to: items, country, delivery,
 * discounts, checksum, stock.
 * @param checksum of the cart that the shopper was shown; without one every cart passes
 * @throws MedusaError with a code of refusals.ts
 */
export async function requireOrderable(
  container: MedusaContainer,
  cart: OrderableCart,
  checksum: string | null | undefined,
): Promise<void> {
  const { sales_channel_id, items } = cart;
  await requireForSale(container, listVariantIds(items), await getSalesContext(container, cart.id));
  await requireCountryInRegion(container, cart);
  await requireOfferedShippingOptions(container, cart);
  await requireValidDiscounts(container, cart as DiscountedCart);
  requireChecksum(cart as unknown as ChecksumCart, checksum);
  await confirmVariantInventoryWorkflow(container).run({
    input: { sales_channel_id, items, variants: items.map(({ variant }) => variant) },
  });
}

/** The `variant_id` stays on a line whose variant is deleted, so that `requireForSale` refuses that line too. */
function listVariantIds(items: OrderableCart["items"]): string[] {
  return items.flatMap(({ variant_id }) => variant_id ?? []);
}
