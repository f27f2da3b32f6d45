import type { MedusaContainer } from "@medusajs/framework/types";
import { listShippingOptionsForCartWorkflow } from "@medusajs/medusa/core-flows";
import { createRefusal } from "./refusals";

/** The part of Medusa's cart that holds its destination and shipping. */
export interface ShippingCart {
  id: string;
  region_id?: string | null;
  shipping_address?: { country_code?: string | null } | null;
  shipping_methods?: { shipping_option_id?: string | null }[] | null;
}

/**
 * Requires every shipping option of the cart to be offered for its address. Medusa checks that the option exists, not
 * that the store offers it or that it covers the address.
 * @throws MedusaError "delivery_unavailable"
 */
export async function requireOfferedShippingOptions(
  container: MedusaContainer,
  { id, shipping_methods }: ShippingCart,
): Promise<void> {
  const chosen = (shipping_methods ?? []).map(({ shipping_option_id }) => shipping_option_id);
  if (chosen.length === 0) return;
  const { result } = await listShippingOptionsForCartWorkflow(container).run({
    input: { cart_id: id, is_return: false },
  });
  const offered = new Set((result as { id: string; amount?: number }[]).map((option) => option.id));
  if (chosen.some((option) => !option || !offered.has(option))) throw createRefusal("delivery_unavailable");
}
