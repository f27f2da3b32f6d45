import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";

interface Adjusted {
  id: string;
  adjustments?: { code?: string | null; amount: unknown }[] | null;
}

/** A cart with all fields that Medusa's promotion rules read. */
export interface PromotableCart {
  id: string;
  email?: string | null;
  customer_id?: string | null;
  completed_at?: string | Date | null;
  currency_code: string;
  metadata?: Record<string, unknown> | null;
  items: (Adjusted & { quantity: unknown; is_discountable?: boolean })[];
  shipping_methods: Adjusted[];
}

const FIELDS = [
  "id",
  "email",
  "customer_id",
  "completed_at",
  "currency_code",
  "metadata",
  "region_id",
  "sales_channel_id",
  "subtotal",
  "total",
  "item_total",
  "item_subtotal",
  "original_item_total",
  "original_item_subtotal",
  "shipping_subtotal",
  "region.*",
  "items.*",
  "items.product.id",
  "items.product.collection_id",
  "items.product.categories.id",
  "items.product.tags.id",
  "items.product.type_id",
  "items.adjustments.*",
  "items.tax_lines.*",
  "shipping_address.*",
  "shipping_methods.*",
  "shipping_methods.adjustments.*",
  "shipping_methods.tax_lines.*",
  "shipping_methods.shipping_option.shipping_option_type_id",
  "customer.*",
  "customer.groups.*",
];

export async function readPromotableCart(
  container: MedusaContainer,
  id: string,
): Promise<PromotableCart | undefined> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY);
  const { data } = await query.graph({ entity: "cart", fields: FIELDS, filters: { id } });
  return data[0] as unknown as PromotableCart | undefined;
}

/** A change of a cart's adjustments that Medusa computes. */
export interface ComputedAction {
  action: string;
  code: string;
  amount?: unknown;
  item_id?: string;
  shipping_method_id?: string;
}

/** Computes what these codes and automatic promotions take off the cart. Writes nothing. */
export async function computeActions(
  container: MedusaContainer,
  cart: PromotableCart,
  codes: string[],
): Promise<ComputedAction[]> {
  const module = container.resolve(Modules.PROMOTION);
  const context = cart as unknown as Parameters<typeof module.computeActions>[1];
  return (await module.computeActions(codes, context)) as ComputedAction[];
}

export function isAddition({ action }: Pick<ComputedAction, "action">): boolean {
  return action === "addItemAdjustment" || action === "addShippingMethodAdjustment";
}

export function listAdjustmentCodes(cart: PromotableCart): string[] {
  return listAdjustments(cart).flatMap(({ code }) => code ?? []);
}

/** Whether the computed adjustments differ from the cart's, to a millionth. */
export function hasDiscountChanged(cart: PromotableCart, actions: readonly ComputedAction[]): boolean {
  const line = (of: string | undefined, code: string | null | undefined, amount: unknown) =>
    `${of} ${code} ${Number(amount).toFixed(6)}`;
  const computed = actions
    .filter(isAddition)
    .map(({ item_id, shipping_method_id, code, amount }) =>
      line(item_id ?? shipping_method_id, code, amount),
    );
  const current = listAdjustments(cart).map(({ of, code, amount }) => line(of, code, amount));
  return computed.toSorted().join("\n") !== current.toSorted().join("\n");
}

function listAdjustments({ items, shipping_methods }: PromotableCart) {
  return [...items, ...shipping_methods].flatMap(({ id, adjustments }) =>
    (adjustments ?? []).map(({ code, amount }) => ({ of: id, code, amount })),
  );
}
